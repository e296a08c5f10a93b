#include "tests/bench/samples.h"

#include "tests/bench/peers.h"
#include "tests/killer/must.h"

#include <algorithm>
#include <cstdio>

namespace evenkeel::bench {

namespace {

std::string number(double value) {
    char text[32];
    const int decimals = value < 10 ? 3 : value < 1000 ? 1 : 0;
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string spread(const std::vector<double>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const std::string median = number(percentile(values, 0.5));
    if (values.size() == 1) return median;
    return number(*least) + " / " + median + " / " + number(*most);
}

// The median counts: one run in three may have met another program. With it, what share of the
// target it is.
std::string verdict(const Figure& figure, const std::vector<double>& values) {
    if (figure.target == 0) return "";
    const double median = percentile(values, 0.5);
    const bool passed =
        figure.better == Better::lower ? median <= figure.target : median >= figure.target;
    char text[32];
    std::snprintf(text, sizeof text, "%s %.2f", passed ? "yes" : "NO", median / figure.target);
    return text;
}

}  // namespace

void Samples::add(const std::string& metric, double value) {
    const auto known = figures();
    test::require(std::any_of(known.begin(), known.end(),
                              [&](const Figure& figure) { return metric == figure.metric; }),
                  "No line for " + metric);
    values_[metric].push_back(value);
}

const std::vector<double>* Samples::of(const std::string& metric) const {
    const auto found = values_.find(metric);
    return found == values_.end() ? nullptr : &found->second;
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(share * last + 0.5)];
}

void print_table(const Samples& samples) {
    constexpr const char* row = "| %-41s | %-25s | %-35s | %-9s | %-8s |\n";
    std::printf(row, "metric", "ours min / median / max", "best peer", "target", "passed");
    std::printf(row, "---", "---", "---", "---", "---");
    for (const Figure& figure : figures()) {
        const auto* values = samples.of(figure.metric);
        const std::string ours = values == nullptr ? "not measured" : spread(*values);
        std::printf(row, figure.metric, ours.c_str(), figure.best_peer, figure.target_text,
                    values == nullptr ? "" : verdict(figure, *values).c_str());
    }
}

void print_peers() {
    std::printf(
        "\n| peer | encrypted | fsync/ack | push rec/s | up B/rec | pull s | down B/rec | "
        "ack ms | 32 clients/s (p95 ms) | server ms/sync | RSS MB | disk B/rec |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (const Peer& peer : peers()) {
        std::printf(
            "| %s | %s | %d | %.0f | %.0f | %.2f | %.0f | %.2f/%.2f | %.0f (%.0f) | %.2f | "
            "%.0f | %.0f |\n",
            peer.name, peer.encrypted, peer.fsyncs_per_ack, peer.push_records_per_second,
            peer.up_bytes_per_record, peer.pull_seconds, peer.down_bytes_per_record,
            peer.ack_ms_median, peer.ack_ms_p95, peer.load_syncs_per_second, peer.load_ms_p95,
            peer.server_ms_per_sync, peer.server_mb_after_push, peer.disk_bytes_per_record);
    }
}

}  // namespace evenkeel::bench
