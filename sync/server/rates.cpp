#include "sync/server/rates.h"

namespace evenkeel::server {

void Rates::turn_pages(Instant now) {
    if (const std::int64_t minute = now.ms / ms_per_minute; minute != minute_) {
        minute_ = minute;
        requests_.clear();
        unsigned_by_network_.clear();
        unsigned_calls_ = 0;
    }
    if (const std::int64_t day = now.ms / ms_per_day; day != day_) {
        day_ = day;
        bytes_.clear();
    }
}

bool Rates::admit_device(const DeviceId& device, bool staff, std::size_t body_bytes, Instant now) {
    turn_pages(now);
    std::uint32_t& requests = requests_[device];
    std::uint64_t& bytes = bytes_[device];
    const std::uint64_t bytes_max =
        staff ? limits_.staff_bytes_per_day : limits_.client_bytes_per_day;
    if (requests >= limits_.requests_per_minute || bytes + body_bytes > bytes_max) return false;
    ++requests;
    // Answers are not counted: a new device fetches years of a record, for a clinician of every
    // client, and must get it in one day. Requests a minute and the size of a page hold them down.
    bytes += body_bytes;
    return true;
}

bool Rates::admit_unsigned(const std::string& network, Instant now) {
    turn_pages(now);
    if (unsigned_calls_ >= limits_.unsigned_calls_per_minute) return false;
    std::uint32_t& from_network = unsigned_by_network_[network];
    const bool often = from_network >= limits_.unsigned_calls_per_source_minute;
    if (often && network != loopback_network) return false;
    ++from_network;
    ++unsigned_calls_;
    return true;
}

}  // namespace evenkeel::server
