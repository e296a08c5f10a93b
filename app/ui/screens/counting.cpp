// Counting on this computer: who counts, what counts as what, and files of other programs.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

#include <array>

namespace evenkeel::ui {
namespace {

using model::CountingBy;
using model::CountingView;
using model::RuleLine;
using model::UseTarget;

struct TargetWords {
    UseTarget target;
    std::string_view name;
};
constexpr std::array<TargetWords, 5> target_words = {
    TargetWords{UseTarget::internet, "Internet"}, TargetWords{UseTarget::social, "Social media"},
    TargetWords{UseTarget::ai, "AI"}, TargetWords{UseTarget::duty, "Work and study"},
    TargetWords{UseTarget::ignore, "Not counted"}};

std::string_view name_of(UseTarget target) {
    for (const TargetWords& words : target_words) {
        if (words.target == target) return words.name;
    }
    return {};
}

std::string_view source_words(CountingBy by) {
    switch (by) {
        case CountingBy::nobody:
            return "Off until you choose who counts.";
        case CountingBy::activitywatch:
            return "The ActivityWatch that runs on this computer is asked every ten minutes while "
                   "this window is open and unlocked. Its answer is sorted and forgotten.";
        case CountingBy::window:
            return "Once a minute Evenkeel looks which window is in front, while it runs, also "
                   "while it is locked: for that your rules stay in memory. What it saw is sorted "
                   "and forgotten. Three minutes without key or mouse are not counted any more.";
    }
    return {};
}

void who_counts(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    constexpr std::array<std::string_view, 3> names = {"Nobody", "ActivityWatch", "Evenkeel"};
    const std::size_t offered = view.can_see_windows ? 3 : 2;
    const auto picked = ui.segmented("by", "Who counts", std::span(names).first(offered),
                                     static_cast<std::size_t>(view.by));
    if (picked && *picked != static_cast<std::size_t>(view.by)) {
        screen.post(model::SetCounting{static_cast<CountingBy>(*picked)});
    }
    ui.text(source_words(view.by));
    if (view.by == CountingBy::nobody) {
        ui.text(
            view.can_see_windows
                ? "ActivityWatch: the one that runs on this computer is asked every ten "
                  "minutes. Evenkeel: this program looks once a minute which window is in front."
                : "ActivityWatch: the one that runs on this computer is asked every ten "
                  "minutes.",
            TextStyle::body, Tone::muted);
        return;
    }
    ui.status(view.paused ? Icon::pause : Icon::clock, view.status);
    if (!view.trouble.empty()) ui.banner(Icon::cloud_off, view.trouble, Tone::caution);
    ui.flow([&] {
        const std::string_view label = view.paused ? "Go on counting" : "Pause counting";
        if (ui.button("pause", label)) screen.post(model::PauseCounting{!view.paused});
    });
}

void consent_card(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading("Who counts on this computer", 3);
        who_counts(screen, view);
        ui.hairline();
        ui.text(
            "Kept are minutes of each day: internet, social media, AI, work and study. Never a "
            "title, an address or the name of a program. They stay on this device until you "
            "keep a day; when nobody counts any more, what you did not keep is forgotten.",
            TextStyle::caption, Tone::muted);
    });
}

void own_rule(const Screen& screen, const RuleLine& rule) {
    Ui& ui = screen.ui;
    ui.pair(rule.pattern, name_of(rule.target));
    ui.group("rule", rule.pattern, [&] {
        ui.flow([&] {
            if (ui.button("remove", "Remove this rule", ButtonStyle::quiet)) {
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
        ui.field("pattern", "Part of a program's or site's name", form.pattern,
                 {.hint = "news.example", .characters_max = pattern_characters_max})
            .submitted;
    ui.flow([&] {
        for (std::size_t i = 0; i < target_words.size(); ++i) {
            ui.scope(i, [&] {
                const bool is_chosen = form.target == target_words[i].target;
                if (ui.chip("target", target_words[i].name, is_chosen)) {
                    form.target = target_words[i].target;
                }
            });
        }
    });
    ui.flow([&] {
        if (form.pattern.empty()) {
            ui.disabled_button("add", "Add the rule", "Type a part of a name first");
        } else if (ui.button("add", "Add the rule") || entered) {
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
        ui.text(words.name, TextStyle::caption, Tone::muted);
        ui.text(names);
    }
}

void rules_card(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    ui.card([&] {
        ui.heading("What counts as what", 3);
        ui.text(
            "Your own rules come first. What no rule names is internet in a browser, and is "
            "not counted elsewhere.",
            TextStyle::body, Tone::muted);
        for (std::size_t i = 0; i < view.own_rules.size(); ++i) {
            ui.scope(i, [&] { own_rule(screen, view.own_rules[i]); });
        }
        if (!view.own_rules.empty()) ui.hairline();
        new_rule(screen);
        ui.hairline();
        if (ui.row("shipped", {.title = "The rules that come with Evenkeel",
                               .detail = count_of(view.shipped_rules.size(), "rule", "rules"),
                               .chosen = form.shipped_shown,
                               .opens = !form.shipped_shown})) {
            form.shipped_shown = !form.shipped_shown;
        }
        if (form.shipped_shown) shipped_rules(ui, view.shipped_rules);
    });
}

void found_file(const Screen& screen, const model::FoundFileView& found) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    for (const std::string& sentence : found.sentences) ui.text(sentence);
    if (found.says_itself) {
        ui.text("What was only for you stays so; the rest is shared as you agreed.",
                TextStyle::caption, Tone::muted);
    } else if (found.can_be_shared) {
        if (ui.toggle("mine", "Only for me", "Off: your care team can read it", form.only_for_me)) {
            form.only_for_me = !form.only_for_me;
        }
    }
    ui.flow([&] {
        if (ui.button("import", "Import it", ButtonStyle::primary)) {
            const bool is_mine = form.only_for_me && !found.says_itself;
            screen.post(model::ImportFound{is_mine});
            form.only_for_me = true;
        }
        if (ui.button("leave", "Leave it", ButtonStyle::quiet)) {
            screen.post(model::ForgetFound{});
        }
    });
}

void file_card(const Screen& screen, const CountingView& view) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    ui.card([&] {
        ui.heading("Bring a file", 3);
        ui.text(
            "An export of ActivityWatch or of Evenkeel, a report of RescueTime by day or hour "
            "(CSV), or the CSV of Daylio. Nothing is imported before you have seen what is in "
            "it.",
            TextStyle::body, Tone::muted);
        path_field(screen, "File to look at", form.file, "");
        ui.flow([&] {
            if (form.file.path.empty()) {
                ui.disabled_button("look", "Look at it", "Type where the file is first");
            } else if (ui.button("look", "Look at it")) {
                screen.post(model::LookAtFile{form.file.path});
            }
        });
        if (view.found) {
            ui.hairline();
            found_file(screen, *view.found);
        }
        for (const std::string& sentence : view.imported) ui.status(Icon::check, sentence);
    });
}

}  // namespace

void counting(const Screen& screen) {
    Ui& ui = screen.ui;
    const CountingView& view = screen.snapshot.client->counting;
    ui.page("counting", [&] {
        if (page_head(screen, "Counted by this computer", "Back")) {
            screen.local.above = Above::none;
        }
        consent_card(screen, view);
        rules_card(screen, view);
        file_card(screen, view);
    });
}

}  // namespace evenkeel::ui
