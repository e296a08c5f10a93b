// What one server gives to one device, one address and one moment, with units and reasons. Tests
// and benchmarks raise the rates through ServerOptions; the sizes are fixed.
#pragma once

#include <cstddef>
#include <cstdint>

namespace evenkeel::server::limits {

// A caseload of 60 asks for a page of each within seconds; a runaway client is stopped.
constexpr std::uint32_t requests_per_minute = 60;
// 20 MB is a year of a busy client; a clinician's first sync of a caseload needs more.
constexpr std::uint64_t client_bytes_per_day = 20ULL * 1000 * 1000;
constexpr std::uint64_t staff_bytes_per_day = 500ULL * 1000 * 1000;
// Unsigned calls: a person opens a link a few times; a guesser is stopped long before 2^128.
constexpr std::uint32_t unsigned_calls_per_source_minute = 10;
constexpr std::uint32_t unsigned_calls_per_minute = 100;

// Connections. A network here is an IPv4 /24 or an IPv6 /48; loopback stands for a whole practice
// behind a proxy on the same machine.
constexpr std::size_t connections_max = 512;
constexpr std::size_t connections_per_network_max = 20;
constexpr std::size_t connections_from_loopback_max = 64;
constexpr int header_seconds = 10;  // handshake and header, from the first byte on
constexpr int body_seconds = 30;    // also for writing an answer
constexpr int idle_seconds = 15;    // between two turns
constexpr int stop_seconds = 10;    // for answers under way when the server stops
constexpr std::size_t header_bytes_max = 8 * 1024;

// One answer: items and rosters; the rest of the megabyte is for receipts and refusals.
constexpr std::size_t page_bytes_max = 768 * 1024;
constexpr std::size_t page_items_max = 4096;
constexpr std::size_t access_entries_max = 512;

// One group commit: what waited while the last one was written.
constexpr std::size_t group_requests_max = 256;

constexpr std::size_t open_invites_per_user = 64;
constexpr std::size_t invite_blob_bytes_max = 256 * 1024;
constexpr std::size_t private_vaults_per_user = 2;
// A device's own notes vaults, and the practice vault: more is no practice.
constexpr std::size_t vaults_per_device_max = 1024;

}  // namespace evenkeel::server::limits
