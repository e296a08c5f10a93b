#include "core/domain/negotiation.h"

#include "core/domain/version_chain.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace evenkeel {

namespace {

// An acceptance of one version that is still standing.
struct Acceptance {
    std::uint64_t stamp = 0;
    Day day;
};

// What has become of one version so far.
struct Course {
    // By client, by clinician.
    std::array<std::optional<Acceptance>, 2> accepted;
    std::array<std::optional<std::uint64_t>, 2> declined;
    bool ever_agreed = false;
    std::optional<std::uint64_t> withdrawn;
};

std::size_t side_of(Role role) { return role == Role::client ? 0 : 1; }

// Both accepted one version: the agreement grew from the first acceptance to the second.
struct Agreement {
    std::size_t version = 0;
    std::uint64_t begun = 0;
    std::uint64_t complete = 0;
    Day day;
};

// Under one stamp, of two devices, the careful decision comes last and so has the last word.
int rank(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return 0;
        case Decision::resume:
            return 1;
        case Decision::decline:
            return 2;
        case Decision::pause:
            return 3;
        case Decision::withdraw:
            return 4;
    }
    return 5;
}

bool earlier(const DecisionRecord& left, const DecisionRecord& right) {
    const auto key = [](const DecisionRecord& record) {
        const BoundaryDecision& decision = record.decision;
        return std::tuple(record.stamp, rank(decision.decision), decision.version_hash,
                          decision.role, decision.when.day);
    };
    return key(left) < key(right);
}

// Replays the decisions about one boundary, oldest first.
class Replay {
public:
    explicit Replay(VersionChain chain) : chain_(std::move(chain)) {
        for (const auto version : chain_.versions()) courses_.emplace(version, Course{});
    }

    void apply(const DecisionRecord& record);
    [[nodiscard]] BoundaryStanding standing(EntityId boundary) const;

private:
    void accept(std::size_t version, const DecisionRecord& record);
    void decline(std::size_t version, const DecisionRecord& record);
    void withdraw(std::size_t version, const DecisionRecord& record);
    void resume(Day day);
    void agree(const Agreement& agreement);
    void close_days(Day end);
    void open_days(const Agreement& agreement);
    [[nodiscard]] std::vector<std::size_t> open_versions() const;
    [[nodiscard]] BoundaryState state_without_agreement(const std::vector<std::size_t>& open) const;

    VersionChain chain_;
    std::map<std::size_t, Course> courses_;
    std::vector<Agreement> current_;  // one: in force; more: contested
    std::optional<std::uint64_t> ended_;
    std::vector<InForceDays> days_;
    std::vector<PausedDays> paused_;
};

void Replay::apply(const DecisionRecord& record) {
    const BoundaryDecision& decision = record.decision;
    const auto version = chain_.find(decision.version_hash);
    if (!version) return;
    switch (decision.decision) {
        case Decision::accept:
            return accept(*version, record);
        case Decision::decline:
            return decline(*version, record);
        case Decision::withdraw:
            return withdraw(*version, record);
        case Decision::pause:
            if (paused_.empty() || paused_.back().end) paused_.push_back({decision.when.day, {}});
            return;
        case Decision::resume:
            return resume(decision.when.day);
    }
}

void Replay::resume(Day day) {
    if (!paused_.empty() && !paused_.back().end) {
        paused_.back().end = std::max(paused_.back().first, day);
    }
}

void Replay::accept(std::size_t version, const DecisionRecord& record) {
    auto& course = courses_.at(version);
    const auto side = side_of(record.decision.role);
    course.accepted[side] = {record.stamp, record.decision.when.day};
    course.declined[side].reset();
    if (!course.accepted[0] || !course.accepted[1]) return;

    const auto [client, clinician] = std::pair(*course.accepted[0], *course.accepted[1]);
    course.accepted = {};
    course.ever_agreed = true;
    course.withdrawn.reset();
    agree({.version = version,
           .begun = std::min(client.stamp, clinician.stamp),
           .complete = std::max(client.stamp, clinician.stamp),
           .day = std::max(client.day, clinician.day)});
}

void Replay::decline(std::size_t version, const DecisionRecord& record) {
    auto& course = courses_.at(version);
    const auto side = side_of(record.decision.role);
    course.accepted[side].reset();
    if (!course.ever_agreed) course.declined[side] = record.stamp;
}

void Replay::withdraw(std::size_t version, const DecisionRecord& record) {
    auto& course = courses_.at(version);
    course.withdrawn = record.stamp;
    course.accepted = {};
    if (!course.ever_agreed) return;
    // Whoever withdraws wants out of the boundary, whichever of its versions they had before them.
    for (auto& [_, other] : courses_) other.accepted = {};
    for (const auto& agreement : current_) {
        courses_.at(agreement.version).withdrawn = record.stamp;
    }
    current_.clear();
    ended_ = record.stamp;
    close_days(record.decision.when.day);
    resume(record.decision.when.day);
}

void Replay::agree(const Agreement& agreement) {
    std::vector<Agreement> rivals;
    for (const auto& other : current_) {
        if (other.version == agreement.version && current_.size() == 1) return;  // signed once more
        // The other one answers this one: whoever signed it had this one before them.
        const bool later = agreement.begun > other.complete;
        if (!later && chain_.answers(other.version, agreement.version)) return;
        const bool knew_of_it = later || chain_.answers(agreement.version, other.version);
        if (!knew_of_it) rivals.push_back(other);
    }
    std::erase_if(rivals, [&](const auto& rival) { return rival.version == agreement.version; });
    const bool contested = !rivals.empty();
    current_ = std::move(rivals);
    current_.push_back(agreement);
    ended_.reset();
    if (contested) return close_days(agreement.day);
    open_days(agreement);
}

void Replay::close_days(Day end) {
    while (!days_.empty() && days_.back().first >= end) days_.pop_back();
    if (!days_.empty() && (!days_.back().end || *days_.back().end > end)) days_.back().end = end;
}

void Replay::open_days(const Agreement& agreement) {
    const auto starts = chain_.at(agreement.version).document.starts_day;
    const auto first = starts >= agreement.day ? starts : agreement.day + 1;
    close_days(first);
    days_.push_back({chain_.at(agreement.version).hash, first, {}});
}

std::vector<std::size_t> Replay::open_versions() const {
    std::set<Hash32> answered;
    for (const auto index : chain_.versions()) {
        const auto& previous = chain_.at(index).document.previous_hash;
        if (previous && !courses_.at(index).withdrawn) answered.insert(*previous);
    }
    std::vector<std::size_t> open;
    for (const auto index : chain_.versions()) {
        const auto& course = courses_.at(index);
        const bool closed_by_end = ended_ && chain_.at(index).stamp <= *ended_;
        const bool refused = course.declined[0] || course.declined[1] || course.withdrawn;
        if (!course.ever_agreed && !refused && !closed_by_end &&
            !answered.contains(chain_.at(index).hash)) {
            open.push_back(index);
        }
    }
    return open;
}

BoundaryState Replay::state_without_agreement(const std::vector<std::size_t>& open) const {
    for (const auto index : open) {
        const auto answered = chain_.previous(index);
        if (answered && chain_.at(*answered).written_by != chain_.at(index).written_by &&
            !courses_.at(*answered).ever_agreed) {
            return BoundaryState::countered;
        }
    }
    if (!open.empty()) return BoundaryState::proposed;
    if (ended_) return BoundaryState::withdrawn;
    std::optional<std::uint64_t> declined;
    std::optional<std::uint64_t> withdrawn;
    for (const auto& [_, course] : courses_) {
        declined = std::max({declined, course.declined[0], course.declined[1]});
        withdrawn = std::max(withdrawn, course.withdrawn);
    }
    return withdrawn >= declined ? BoundaryState::withdrawn : BoundaryState::declined;
}

BoundaryStanding Replay::standing(EntityId boundary) const {
    BoundaryStanding result{.boundary = boundary};
    result.open = open_versions();
    result.days = days_;
    result.paused = paused_;
    std::erase_if(result.paused, [](const auto& pause) { return pause.end == pause.first; });
    if (current_.size() > 1) {
        result.state = BoundaryState::contested;
        for (const auto& agreement : current_) result.contested.push_back(agreement.version);
    } else if (current_.size() == 1) {
        const bool paused = !paused_.empty() && !paused_.back().end;
        result.in_force = current_.front().version;
        result.state = paused ? BoundaryState::paused : BoundaryState::accepted;
    } else {
        result.state = state_without_agreement(result.open);
    }
    return result;
}

}  // namespace

std::vector<BoundaryStanding> negotiate(std::span<const VersionRecord> versions,
                                        std::span<const DecisionRecord> decisions) {
    std::map<EntityId, std::vector<std::size_t>> by_boundary;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        by_boundary[versions[i].document.boundary].push_back(i);
    }
    std::vector<const DecisionRecord*> sorted;
    for (const auto& record : decisions) {
        const auto& decision = record.decision;
        const bool counts = decision.decision != Decision::accept || record.signature_valid;
        const bool party = decision.role == Role::client || decision.role == Role::clinician;
        if (counts && party) sorted.push_back(&record);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* left, const auto* right) { return earlier(*left, *right); });

    std::vector<BoundaryStanding> standings;
    for (auto& [boundary, indices] : by_boundary) {
        Replay replay(VersionChain(versions, std::move(indices)));
        for (const auto* record : sorted) {
            if (record->decision.boundary == boundary) replay.apply(*record);
        }
        standings.push_back(replay.standing(boundary));
    }
    return standings;
}

}  // namespace evenkeel
