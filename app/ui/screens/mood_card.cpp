// How the day was: one tap for the mood, and what may be said beside it.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/domain/local_time.h"
#include "core/domain/mood.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::MomentLine;
using model::TodayView;

constexpr std::array<Literal, 5> mood_words = {tr_later("Very low"), tr_later("Low"),
                                               tr_later("Okay"), tr_later("Good"),
                                               tr_later("Very good")};

std::array<std::string_view, mood_words.size()> said_moods() {
    std::array<std::string_view, mood_words.size()> words;
    std::ranges::transform(mood_words, words.begin(), [](Literal word) { return tr(word); });
    return words;
}
// More ratings a day are a burden that nobody asks for.
constexpr std::size_t moments_offered_max = 3;

// Five faces write 1, 3, 5, 7, 9; a value between is shown at the higher of its two.
constexpr std::uint32_t mood_of_face(std::size_t face) {
    return static_cast<std::uint32_t>(2 * face + 1);
}
constexpr std::size_t face_of_mood(std::uint32_t mood) {
    return std::min<std::size_t>(mood / 2, mood_words.size() - 1);
}

std::string out_of_ten(std::uint32_t mood) { return tr("{0} of {1}", mood, rating_max); }

// ---- Times of a logical day, by quarters of an hour from its start
constexpr std::uint32_t day_minutes = 24 * 60;
constexpr std::uint32_t start_minute = day_start_minute_default;
constexpr std::uint32_t step_minutes = 15;
constexpr std::uint32_t noon_minute = 12 * 60;

constexpr std::uint32_t since_start(std::uint32_t minute) {
    return (minute + day_minutes - start_minute) % day_minutes;
}
constexpr std::uint32_t minute_at(std::uint32_t since) {
    return (since + start_minute) % day_minutes;
}

// What has passed of the day that is shown.
std::uint32_t passed(const Screen& screen, const TodayView& view) {
    if (view.day != view.today) return day_minutes - 1;
    const auto now = local_time(screen.snapshot.now, screen.snapshot.zone);
    return now.ok() ? since_start(static_cast<std::uint32_t>(now.value().minute)) : 0;
}

// The next quarter before or after `minute` that has come; nothing: there is none.
std::optional<std::uint32_t> stepped(std::uint32_t minute, int step, std::uint32_t until) {
    const std::uint32_t since = since_start(minute);
    if (step < 0) {
        if (since == 0) return std::nullopt;
        return minute_at((since - 1) / step_minutes * step_minutes);
    }
    const std::uint32_t next = (since / step_minutes + 1) * step_minutes;
    return next <= until ? std::optional(minute_at(next)) : std::nullopt;
}

// ---- Tags
void add_tag(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    MoodForm& form = screen.local.mood;
    const bool entered =
        ui.field("tag", tr("A word to find this day by"), form.tag,
                 {.characters_max = limits::tag_characters_max, .takes_focus = form.takes_focus})
            .submitted;
    form.takes_focus = false;
    ui.text(tr("A tag goes where the mood goes: shared with it, or kept with it."),
            TextStyle::caption, Tone::muted);
    ui.flow([&] {
        if (ui.button("keep-tag", tr("Add this tag")) || entered) {
            if (!form.tag.empty()) {
                screen.post(model::SetTag{.day = view.day, .tag = form.tag, .chosen = true});
            }
            form.adds_tag = false;
            form.tag.clear();
        }
        if (ui.button("no-tag", tr("No tag"), ButtonStyle::quiet)) {
            form.adds_tag = false;
            form.tag.clear();
        }
    });
}

void tag_chips(const Screen& screen, const TodayView& view) {
    for (std::size_t i = 0; i < view.offered_tags.size(); ++i) {
        const std::string& tag = view.offered_tags[i];
        const bool chosen = std::ranges::count(view.tags, tag) > 0;
        screen.ui.scope(i, [&] {
            if (screen.ui.check_chip("tag", tag, chosen)) {
                screen.post(model::SetTag{.day = view.day, .tag = tag, .chosen = !chosen});
            }
        });
    }
}

// ---- Moments
void about_moment(const Screen& screen, const TodayView& view, const MomentLine& line) {
    Ui& ui = screen.ui;
    const auto change = [&](std::uint32_t minute, std::optional<std::uint32_t> mood) {
        screen.post(model::ChangeMoment{.moment = line.id, .minute = minute, .mood = mood});
    };
    const std::uint32_t mood = line.mood.value_or(0);
    const std::string said = line.mood ? out_of_ten(mood) : tr("Not said");
    if (const auto step = ui.stepper("mood", tr("Mood then"), said, mood > 0, mood < rating_max)) {
        change(line.minute, *step > 0 ? mood + 1 : mood - 1);
    }
    const std::uint32_t until = passed(screen, view);
    const auto earlier = stepped(line.minute, -1, until);
    const auto later = stepped(line.minute, 1, until);
    if (const auto step = ui.stepper("time", tr("Time"), clock_time(line.minute),
                                     earlier.has_value(), later.has_value())) {
        change(*step > 0 ? *later : *earlier, std::nullopt);
    }
    ui.flow([&] {
        if (ui.button("delete", tr("Delete this moment"), ButtonStyle::quiet)) {
            screen.post(model::DeleteMoment{line.id});
        }
    });
}

void moment_row(const Screen& screen, const TodayView& view, const MomentLine& line) {
    std::optional<EntityId>& open = screen.local.mood.open_moment;
    const bool is_open = open == line.id;
    const std::string title =
        clock_time(line.minute) + " · " + (line.mood ? out_of_ten(*line.mood) : tr("Not said"));
    if (screen.ui.row("moment", {.title = title,
                                 .detail = joined(line.tags),
                                 .badge = line.is_private ? tr("Only for you") : "",
                                 .chosen = is_open,
                                 .opens = !is_open})) {
        open = is_open ? std::nullopt : std::optional(line.id);
    }
    if (is_open) screen.ui.group("about", title, [&] { about_moment(screen, view, line); });
}

// The face is the last thing asked: it says when the moment is noted.
void rate_moment(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    MoodForm& form = screen.local.mood;
    const bool is_today = view.day == view.today;
    if (!is_today && !form.minute) form.minute = noon_minute;
    const std::uint32_t until = passed(screen, view);
    const std::uint32_t from = form.minute.value_or(minute_at(until));
    const auto earlier = stepped(from, -1, until);
    const auto later = form.minute ? stepped(from, 1, until) : std::nullopt;
    const bool can_be_now = is_today && form.minute && !later;
    ui.text(tr("When it was"), TextStyle::caption, Tone::muted);
    const std::string when = form.minute ? clock_time(*form.minute) : tr("Now");
    if (const auto step = ui.stepper("time", tr("When it was"), when, earlier.has_value(),
                                     later.has_value() || can_be_now)) {
        form.minute = *step > 0 ? later : earlier;
    }
    ui.text(tr("How it was"), TextStyle::caption, Tone::muted);
    if (const auto face = ui.faces("mood", tr("How it was"), said_moods(), std::nullopt)) {
        screen.post(
            model::AddMoment{.day = view.day, .minute = form.minute, .mood = mood_of_face(*face)});
        form.rates_moment = false;
    }
    ui.text(tr("A moment stands beside the day's mood and does not change it."), TextStyle::caption,
            Tone::muted);
    ui.flow([&] {
        if (ui.button("no-moment", tr("No moment"), ButtonStyle::quiet)) form.rates_moment = false;
    });
}

void beside_the_mood(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    MoodForm& form = screen.local.mood;
    if (form.day != view.day) form = {.day = view.day};
    const bool has_tags = view.mood || !view.tags.empty();
    const bool offers_moment = !form.rates_moment && view.moments.size() < moments_offered_max;
    ui.group("beside", tr("Beside the mood"), [&] {
        ui.flow([&] {
            if (has_tags) tag_chips(screen, view);
            if (has_tags && !form.adds_tag && ui.offer_chip("add-tag", tr("Add a tag"))) {
                form.adds_tag = form.takes_focus = true;
            }
            const bool is_first = !view.mood && view.moments.empty();
            const std::string_view label = is_first ? tr("Rate a moment") : tr("Another moment");
            if (offers_moment && ui.offer_chip("add-moment", label)) {
                form.rates_moment = true;
                form.minute.reset();
            }
        });
        if (form.adds_tag) add_tag(screen, view);
    });
    if (form.rates_moment) {
        ui.hairline();
        ui.group("rate", tr("Another moment"), [&] { rate_moment(screen, view); });
    }
    for (const MomentLine& line : view.moments) {
        ui.scope(scope_of(line.id), [&] { moment_row(screen, view, line); });
    }
}

}  // namespace

void mood_card(const Screen& screen) {
    const TodayView& view = screen.snapshot.client->today;
    Ui& ui = screen.ui;
    const auto say = [&](std::uint32_t mood) {
        screen.post(model::SetMood{.day = view.day, .mood = mood});
    };
    ui.card([&] {
        const bool is_said = view.mood.has_value();
        const auto words = said_moods();
        const std::uint32_t mood = view.mood.value_or(0);
        ui.pair(tr("Mood"), is_said ? words.at(face_of_mood(mood)) : tr("Not said"));
        const auto chosen = is_said ? std::optional(face_of_mood(mood)) : std::nullopt;
        if (const auto face = ui.faces("mood", tr("Mood"), words, chosen)) {
            say(mood_of_face(*face));
        }
        if (is_said) {
            if (const auto step = ui.stepper("mood-number", tr("Mood, more exactly"),
                                             out_of_ten(mood), mood > 0, mood < rating_max)) {
                say(*step > 0 ? mood + 1 : mood - 1);
            }
        }
        beside_the_mood(screen, view);
    });
}

}  // namespace evenkeel::ui
