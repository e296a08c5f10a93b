// What was measured, by the metric's name, and the table that tells it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace evenkeel::bench {

// One value per run and metric.
class Samples {
public:
    // The metric must have a line in `figures()`.
    void add(const std::string& metric, double value);
    [[nodiscard]] const std::vector<double>* of(const std::string& metric) const;

private:
    std::map<std::string, std::vector<double>> values_;
};

// The value below which `share` (0..1) of the values lie; values need no order.
double percentile(std::vector<double> values, double share);

// metric | ours min/median/max | best peer | target | passed, and the median's share of the target.
void print_table(const Samples& samples);
void print_peers();

}  // namespace evenkeel::bench
