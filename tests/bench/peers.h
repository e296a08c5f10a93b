// What other sync engines need for the same workload, and what we set ourselves to reach.
#pragma once

#include <span>
#include <string>

namespace evenkeel::bench {

// One peer's row; 0 where it was not measured.
struct Peer {
    const char* name;
    const char* encrypted;
    int fsyncs_per_ack;
    double push_records_per_second;
    double up_bytes_per_record;
    double pull_seconds;
    double down_bytes_per_record;
    double ack_ms_median;
    double ack_ms_p95;
    double load_syncs_per_second;
    double load_ms_p95;
    double server_ms_per_sync;
    double server_mb_after_push;
    double disk_bytes_per_record;
};
std::span<const Peer> peers();

// Whether more or less is better, for the verdict.
enum class Better { lower, higher };

// One line of the figures to pass. A target of 0: shown, not judged.
struct Figure {
    const char* metric;
    const char* best_peer;
    const char* target_text;
    double target;
    Better better;
};
std::span<const Figure> figures();

}  // namespace evenkeel::bench
