// Screen time counted for a client who wants that: by a running ActivityWatch, or by the window in
// front. What was counted stays here until they say a word.
#include "app/model/engine_state.h"
#include "app/model/use_rules.h"
#include "core/domain/duration.h"
#include "core/report/activitywatch.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::int64_t ask_again_ms = 10 * ms_per_minute;
constexpr std::int64_t answer_look_ms = 200;
constexpr std::int32_t days_asked_for = 3;  // today, and two for who did not open the window

bool is_wanted(const EngineState& state, CountingBy by) {
    return state.counting.wish.by == by && !state.counting.wish.paused;
}

bool asks_activitywatch(const EngineState& state) {
    return state.stage == Stage::client && is_wanted(state, CountingBy::activitywatch);
}

void set_trouble(EngineState& state, std::string trouble) {
    state.changed = state.changed || state.counting.trouble != trouble;
    state.counting.trouble = std::move(trouble);
}

void look_at_window(EngineState& state) {
    if (!state.counting.counter.is_on()) return;
    // Until the next look is due, what the last one said stands.
    const Instant due = state.counting.counter.next_look();
    if (state.now() < due && due - state.now() <= look_ms) return;
    const auto looked =
        state.counting.counter.look(*state.setup.active_window, state.now(), state.zone());
    set_trouble(state, looked.ok() ? "" : looked.error().sentence());
}

Result<DayCounts> counts_of(EngineState& state, const std::string& text) {
    store::Store& store = state.profile->store();
    TRY_ASSIGN(const auto rules, use_rules(store));
    TRY_ASSIGN(const auto imported,
               report::import_activitywatch(text, rules, state.zone(), day_start_minute_default,
                                            {state.desk->record(), store.context().ids}));
    DayCounts counts;
    for (const auto& [id, entry] : imported.use) {
        counts[entry.when.day][place_of(entry)] += entry.minutes->reveal();
    }
    return counts;
}

Result<void> take_answer(EngineState& state, const Result<std::string>& answer) {
    if (!answer.ok()) return answer.error();
    TRY_ASSIGN(const auto counts, counts_of(state, answer.value()));
    TRY(set_counted(state.profile->store(), counts, state.today));
    state.changed = true;
    return {};
}

void ask_activitywatch(EngineState& state) {
    CountingState& counting = state.counting;
    if (!asks_activitywatch(state)) return;
    if (counting.fetch.under_way()) {
        const auto answer = counting.fetch.look();
        if (!answer) return;
        const auto taken = take_answer(state, *answer);
        set_trouble(state, taken.ok() ? "" : taken.error().sentence());
        return;
    }
    const Instant now = state.now();
    if (now < counting.ask_due && counting.ask_due - now <= ask_again_ms) return;
    counting.ask_due = now + ask_again_ms;
    const auto first = day_bounds(state.today + (1 - days_asked_for), state.zone());
    const Instant from =
        first.ok() ? std::max(first.value().start, counting.wish.since) : counting.wish.since;
    const auto started = counting.fetch.start(state.setup.activitywatch, {from, now});
    if (!started.ok()) set_trouble(state, started.error().sentence());
}

Result<void> apply(EngineState& state, const Counting& wish) {
    TRY(write_counting(state.profile->store(), wish));
    state.counting.wish = wish;
    state.counting.counter.stop();
    state.counting.fetch.forget();
    state.counting.trouble.clear();
    return begin_counting(state);
}

std::vector<RuleLine> lines_of(const std::vector<report::ImportRule>& rules) {
    std::vector<RuleLine> lines;
    for (const auto& rule : rules) lines.push_back({rule.pattern, rule.target});
    return lines;
}

std::string status_words(const EngineState& state) {
    const Counting& wish = state.counting.wish;
    if (wish.by == CountingBy::nobody) return {};
    if (wish.paused) return tr("Paused. Nothing is counted.");
    return tr("Counting since {0}.", relative_moment(wish.since, {state.now(), state.zone()}));
}

}  // namespace

Result<void> begin_counting(EngineState& state) {
    if (!state.is_client()) return {};
    CountingState& counting = state.counting;
    TRY_ASSIGN(counting.wish, read_counting(state.profile->store()));
    counting.ask_due = state.now();
    if (is_wanted(state, CountingBy::window) && state.setup.active_window != nullptr) {
        TRY_ASSIGN(auto rules, use_rules(state.profile->store()));
        counting.counter.count_by(std::move(rules));
    }
    follow_counting_outside(state);
    put_counts_away(state);
    return {};
}

void put_counts_away(EngineState& state) {
    if (!state.profile || !state.counting.counter.is_on()) return;
    const auto counts = state.counting.counter.take();
    if (counts.empty()) return;
    const auto added = add_counted(state.profile->store(), counts, state.today);
    if (!added.ok()) set_trouble(state, added.error().sentence());
    take_counts_of_outside(state);
    state.changed = true;
}

void go_on_counting(EngineState& state) {
    hold_counting(state);
    look_at_window(state);
    put_counts_away(state);
    ask_activitywatch(state);
}

Instant counting_due(const EngineState& state) {
    Instant due = never;
    if (state.counting.counter.is_on()) due = state.counting.counter.next_look();
    if (asks_activitywatch(state)) {
        const Instant answer = state.now() + answer_look_ms;
        due = std::min(due, state.counting.fetch.under_way() ? answer : state.counting.ask_due);
    }
    return due;
}

void close_counting(EngineState& state) {
    put_counts_away(state);
    state.counting.fetch.forget();
    state.counting.found.reset();
    state.counting.imported.clear();
    state.counting.trouble.clear();
}

Result<CountingView> counting_view(EngineState& state) {
    RecordDesk& desk = *state.desk;
    const CountingState& counting = state.counting;
    CountingView view{.by = counting.wish.by,
                      .paused = counting.wish.paused,
                      .status = status_words(state),
                      .trouble = counting.trouble,
                      .can_see_windows = state.setup.active_window != nullptr,
                      .can_count_closed = state.setup.background != nullptr,
                      .closed = counting.wish.closed,
                      .shipped_rules = lines_of(shipped_rules().rules),
                      .imported = counting.imported};
    TRY(desk.entries.need(state.today + -7, state.today));
    TRY_ASSIGN(view.proposals, counted_proposals(desk.store(), desk.entries, state.today));
    TRY_ASSIGN(const auto own, own_rules(desk.store()));
    view.own_rules = lines_of(own);
    if (counting.found)
        view.found = found_view(*counting.found, counting.found_path, *state.shared);
    return view;
}

Result<void> perform(EngineState& state, const SetCounting& asked) {
    TRY(own_desk(state));
    if (asked.by == CountingBy::window) {
        if (state.setup.active_window == nullptr) {
            return Error(ErrorCode::refused,
                         "This system tells no program which window is in front.");
        }
        TRY(state.setup.active_window->available());
    }
    if (state.counting.wish.closed && state.setup.background != nullptr) {
        TRY(state.setup.background->start_at_login(state.settings.remind_closed));
    }
    TRY(apply(state, {.by = asked.by, .paused = false, .since = state.now(), .closed = false}));
    tell_saved(state,
               asked.by == CountingBy::nobody ? tr("Counting is off") : tr("Counting is on"));
    return {};
}

Result<void> perform(EngineState& state, const PauseCounting& asked) {
    TRY(own_desk(state));
    put_counts_away(state);
    Counting wish = state.counting.wish;
    wish.paused = asked.paused;
    // What ActivityWatch recorded during the pause is not asked for afterwards.
    if (!asked.paused) wish.since = state.now();
    TRY(apply(state, wish));
    tell_saved(state, asked.paused ? tr("Counting is paused") : tr("Counting goes on"));
    return {};
}

Result<void> perform(EngineState& state, const AnswerCounted& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    put_counts_away(state);
    if (!asked.minutes) {
        TRY(decline_counted(desk->store(), asked.day));
        tell_saved(state, tr("What was counted that day is forgotten"));
        return {};
    }
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
    TRY(keep_counted(desk->store(), desk->record(), asked.day, *asked.minutes, placement));
    day_changed(state, asked.day);
    tell_saved(state, tr("Screen time kept"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const AddUseRule& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(add_own_rule(desk->store(), {asked.pattern, asked.target}));
    tell_saved(state, tr("Rule saved"));
    return begin_counting(state);
}

Result<void> perform(EngineState& state, const RemoveUseRule& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(remove_own_rule(desk->store(), asked.pattern));
    tell_saved(state, tr("Rule removed"));
    return begin_counting(state);
}

Result<void> perform(EngineState& state, const ReadOffPhone& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
    std::array<std::optional<std::uint32_t>, use_group_count> minutes;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        if (asked.durations[i].empty()) continue;
        TRY_ASSIGN(minutes[i], parse_duration(asked.durations[i]));
    }
    if (std::ranges::none_of(minutes, [](const auto& said) { return said.has_value(); })) {
        return Error(ErrorCode::invalid_input, "Type at least one of the three, as 1h20.");
    }
    TRY(write_phone_minutes(desk->store(), desk->record(), asked.day, minutes, placement));
    day_changed(state, asked.day);
    tell_saved(state, tr("Your phone's numbers saved"), desk->record());
    return {};
}

}  // namespace evenkeel::model
