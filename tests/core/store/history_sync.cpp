// Whose turn it is, what the clocks say, and how everybody comes to rest.
#include "tests/core/store/history.h"

namespace evenkeel::test {

namespace {

constexpr std::size_t devices_max = 6;
// After which the furthest jump of a clock lies in the past.
constexpr std::int64_t rest_ms = 500 * ms_per_day;

}  // namespace

History::History(DevicePool& pool, std::uint64_t seed)
    : pool_(pool), seed_(seed), chance_(seed), invention_(chance_), now_(FrozenClock().time) {
    const std::uint32_t count = 2 + chance_.below(devices_max - 1);
    const std::uint32_t clients = 1 + chance_.below(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto part = i < clients ? Part::client : Part::clinician;
        Member member{.device = borrow(i, part), .part = part};
        if (chance_.percent(40)) member.version = Version::newer;
        members_.push_back(member);
    }
}

Device& History::borrow(std::size_t place, Part part) {
    const std::uint64_t number = seed_ * (devices_max + 2) + place + 1;
    while (pool_.size() <= place) pool_.push_back(std::make_unique<Device>(number, part));
    pool_[place]->start_over(number, part);
    return *pool_[place];
}

void History::run(int steps) {
    for (int i = 0; i < steps; ++i) step();
    quiesce();
}

void History::step() {
    Member& member = members_[chance_.below(static_cast<std::uint32_t>(members_.size()))];
    now_ = now_ + (chance_.percent(4) ? chance_.below(30) * ms_per_hour : chance_.below(3000));
    set_clock(member);
    const std::uint32_t what = chance_.below(100);
    if (what < 30) return sync(member);
    if (what < 35) return upset_clock(member);
    if (entities_.empty() || what < 48) return create(member);
    const EntityId id = chance_.one_of(entities_);
    if (what < 68) return edit(member, id);
    if (what < 73) return retype(member, id);
    if (what < 82) return take_back(member);
    if (what < 86) return settle_conflict(member, id);
    if (member.is_client() && what < 89) {
        return must(set_sharing_paused(member.device.store(), care_vault, chance_.percent(30)));
    }
    manage(member, id);
}

void History::set_clock(Member& member) { member.device.clock.time = now_ + member.clock_error_ms; }

void History::upset_clock(Member& member) {
    const std::vector<std::int64_t> errors_ms{0,
                                              0,
                                              ms_per_minute,
                                              -ms_per_minute,
                                              ms_per_hour,
                                              -3 * ms_per_hour,
                                              30 * ms_per_hour,
                                              -2 * ms_per_day,
                                              366 * ms_per_day,
                                              -900 * ms_per_day};
    member.clock_error_ms = chance_.one_of(errors_ms);
    set_clock(member);
}

void History::sync(Member& member) {
    const std::size_t batch = 1 + chance_.below(5);
    const std::uint32_t what = chance_.below(5);
    if (what == 0) mailbox_.rewind(member.device);
    if (what != 1) send(member, batch, Luck::some);
    if (what != 2) receive(member, batch);
    answer_held(member, chance_.percent(50));
}

// Sealing knows the server's time only as of the last contact.
void History::send(Member& member, std::size_t batch, Luck luck) {
    advance_redactions(member);
    mailbox_.seal(member.device, batch, member.server_time());
    if (luck == Luck::some && chance_.percent(15)) return;  // sealed, and the network is gone
    mailbox_.post(member.device, [&] {
        if (luck == Luck::all || chance_.percent(90)) return Fortune::stored;
        return chance_.percent(50) ? Fortune::receipt_lost : Fortune::refused;
    });
    member.learnt_error_ms = member.clock_error_ms;
}

void History::receive(Member& member, std::size_t batch) {
    member.learnt_error_ms = member.clock_error_ms;
    mailbox_.pull(member.device, batch, member.server_time());
    must(member.device.sync().release_quarantined(member.server_time()));
}

void History::answer_held(Member& member, bool apply) {
    if (must(member.device.sync().held_deletions()) == 0) return;
    must(member.device.sync().answer_held_deletions(apply));
    note_all(member);
}

void History::advance_redactions(Member& member) {
    auto sync = member.device.sync();
    const auto before = must(sync.unsealed_count());
    must(sync.advance_redactions());
    if (must(sync.unsealed_count()) != before) note_all(member);
}

void History::note_all(Member& member) {
    for (const EntityId id : entities_) witness_.note(member.device, id, Act::typing);
}

// All clocks are put right, and time passes until nothing is too early any more.
void History::quiesce() {
    now_ = now_ + rest_ms;
    for (Member& member : members_) {
        member.clock_error_ms = member.learnt_error_ms = 0;
        set_clock(member);
    }
    for (int round = 0; round < 60; ++round) {
        for (Member& member : members_) send(member, 1000, Luck::all);
        for (Member& member : members_) {
            receive(member, 1000);
            answer_held(member, true);
        }
        if (is_at_rest()) return;
    }
    throw std::runtime_error("the devices never came to rest");
}

bool History::is_at_rest() {
    std::size_t waiting = 0;
    for (Member& member : members_) {
        advance_redactions(member);
        auto sync = member.device.sync();
        waiting += must(sync.unsealed_count()) + must(sync.quarantined_count());
        waiting += mailbox_.waiting(member.device);
    }
    return waiting == 0;
}

}  // namespace evenkeel::test
