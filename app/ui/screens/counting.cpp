// Counting on this computer: who counts, and what counts as what.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <array>

namespace evenkeel::ui {
namespace {

using model::CountingBy;
using model::CountingView;
using model::RuleLine;
using model::UseTarget;

struct TargetWords {
    UseTarget target;
    Literal name;
};
constexpr std::array<TargetWords, 5> target_words = {
    TargetWords{UseTarget::internet, tr_later("Internet")},
    TargetWords{UseTarget::social, tr_later("Social media")},
    TargetWords{UseTarget::ai, tr_later("AI")},
    TargetWords{UseTarget::duty, tr_later("Work and study")},
    TargetWords{UseTarget::ignore, tr_later("Not counted")}};

std::string_view name_of(UseTarget target) {
    for (const TargetWords& words : target_words) {
        if (words.target == target) return tr(words.name);
    }
    return {};
}

std::string_view source_words(CountingBy by) {
    switch (by) {
        case CountingBy::nobody:
            return tr("Off until you choose who counts.");
        case CountingBy::activitywatch:
            return tr(
                "The ActivityWatch that runs on this computer is asked every ten minutes while "
                "this window is open and unlocked. Its answer is sorted and forgotten.");
        case CountingBy::window:
            return tr(
                "Once a minute Evenkeel looks which window is in front, while it runs, also "
                "while it is locked: for that your rules stay in memory. What it saw is sorted "
                "and forgotten. Three minutes without key or mouse are not counted any more.");
    }
    return {};
}

void who_counts(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    const std::array<std::string_view, 3> names = {tr("Nobody"), tr("ActivityWatch"),
                                                   tr("Evenkeel")};
    const std::size_t offered = view.can_see_windows ? 3 : 2;
    const auto picked = ui.segmented("by", tr("Who counts"), std::span(names).first(offered),
                                     static_cast<std::size_t>(view.by));
    if (picked && *picked != static_cast<std::size_t>(view.by)) {
        screen.post(model::SetCounting{static_cast<CountingBy>(*picked)});
    }
    ui.text(source_words(view.by));
    if (view.by == CountingBy::nobody) {
        ui.text(view.can_see_windows
                    ? tr("ActivityWatch: the one that runs on this computer is asked every ten "
                         "minutes. Evenkeel: this program looks once a minute which window is in "
                         "front.")
                    : tr("ActivityWatch: the one that runs on this computer is asked every ten "
                         "minutes."),
                TextStyle::body, Tone::muted);
        return;
    }
    if (view.by == CountingBy::window && view.can_count_closed &&
        ui.toggle("closed", tr("Also while Evenkeel is closed"),
                  tr("From login on. Minutes of each group are sealed until you unlock; your own "
                     "rules lie outside the lock on this device."),
                  view.closed)) {
        screen.post(model::SetCountingClosed{!view.closed});
    }
    ui.status(view.paused ? Icon::pause : Icon::clock, view.status);
    if (!view.trouble.empty()) ui.banner(Icon::cloud_off, view.trouble, Tone::caution);
    ui.flow([&] {
        const char* label = view.paused ? tr("Go on counting") : tr("Pause counting");
        if (ui.button("pause", label)) screen.post(model::PauseCounting{!view.paused});
    });
}

void consent_card(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Who counts on this computer"), 3);
        who_counts(screen, view);
        ui.hairline();
        ui.text(
            tr("Kept are minutes of each day: internet, social media, AI, work and study. Never a "
               "title, an address or the name of a program. They stay on this device until you "
               "keep a day; when nobody counts any more, what you did not keep is forgotten."),
            TextStyle::caption, Tone::muted);
    });
}

void own_rule(const Screen& screen, const RuleLine& rule) {
    Ui& ui = screen.ui;
    ui.pair(rule.pattern, name_of(rule.target));
    ui.group("rule", rule.pattern, [&] {
        ui.flow([&] {
            if (ui.button("remove", tr("Remove this rule"), ButtonStyle::quiet)) {
                screen.post(model::RemoveUseRule{rule.pattern});
            }
        });
    });
}

void new_rule(const Screen& screen) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    constexpr std::size_t pattern_characters_max = 100;
    const bool entered =
        ui.field("pattern", tr("Part of a program's or site's name"), form.pattern,
                 {.hint = "news.example", .characters_max = pattern_characters_max})
            .submitted;
    ui.flow([&] {
        for (std::size_t i = 0; i < target_words.size(); ++i) {
            ui.scope(i, [&] {
                const bool is_chosen = form.target == target_words[i].target;
                if (ui.chip("target", tr(target_words[i].name), is_chosen)) {
                    form.target = target_words[i].target;
                }
            });
        }
    });
    ui.flow([&] {
        if (form.pattern.empty()) {
            ui.disabled_button("add", tr("Add the rule"), tr("Type a part of a name first"));
        } else if (ui.button("add", tr("Add the rule")) || entered) {
            screen.post(model::AddUseRule{form.pattern, form.target});
            form.pattern.clear();
        }
    });
}

void shipped_rules(Ui& ui, const std::vector<RuleLine>& rules) {
    for (const TargetWords& words : target_words) {
        std::string names;
        for (const RuleLine& rule : rules) {
            if (rule.target == words.target) names += (names.empty() ? "" : ", ") + rule.pattern;
        }
        ui.text(tr(words.name), TextStyle::caption, Tone::muted);
        ui.text(names);
    }
}

void rules_card(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    ui.card([&] {
        ui.heading(tr("What counts as what"), 3);
        ui.text(tr("Your own rules come first. What no rule names is internet in a browser, and is "
                   "not counted elsewhere."),
                TextStyle::body, Tone::muted);
        for (std::size_t i = 0; i < view.own_rules.size(); ++i) {
            ui.scope(i, [&] { own_rule(screen, view.own_rules[i]); });
        }
        if (!view.own_rules.empty()) ui.hairline();
        new_rule(screen);
        ui.hairline();
        if (ui.row("shipped", {.title = tr("The rules that come with Evenkeel"),
                               .detail = tr_n("{0} rule", "{0} rules", view.shipped_rules.size()),
                               .chosen = form.shipped_shown,
                               .opens = !form.shipped_shown})) {
            form.shipped_shown = !form.shipped_shown;
        }
        if (form.shipped_shown) shipped_rules(ui, view.shipped_rules);
    });
}

}  // namespace

void counting(const Screen& screen) {
    Ui& ui = screen.ui;
    const CountingView& view = screen.snapshot.client->counting;
    ui.page("counting", [&] {
        if (page_head(screen, tr("Counted by this computer"), tr("Back"))) {
            screen.local.above = Above::screen_time;
        }
        consent_card(screen, view);
        rules_card(screen, view);
        bring_file_card(screen);
    });
}

}  // namespace evenkeel::ui
