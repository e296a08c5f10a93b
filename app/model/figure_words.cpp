#include "app/model/figure_words.h"

#include "app/model/phrases.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

std::string minutes(const Median& median) { return short_duration(median.rounded()); }

std::string median_words(const std::string& title, const Compared& use, std::size_t day_count) {
    if (!use.now) {
        return tr_n("{1}: known on {0} day, too few for a median.",
                    "{1}: known on {0} days, too few for a median.", use.known_days, title);
    }
    if (!use.before) {
        return tr("{0}: median {1} on {2} days.", title, minutes(*use.now), use.now->days);
    }
    return tr("{0}: median {1} on {2} days; {3} in the {4} days before.", title, minutes(*use.now),
              use.now->days, minutes(*use.before), day_count);
}

}  // namespace

std::string mood_sentence(const Compared& mood, std::size_t day_count) {
    if (!mood.now) {
        return tr_n("Mood is known on {0} day: too few to say more.",
                    "Mood is known on {0} days: too few to say more.", mood.known_days);
    }
    if (!mood.before) {
        return tr("Median mood {0} of 10 on {1} days; too few days before to compare.",
                  mood.now->text(), mood.now->days);
    }
    return tr("Median mood {0} of 10 on {1} days; {2} in the {3} days before.", mood.now->text(),
              mood.now->days, mood.before->text(), day_count);
}

std::string use_sentence(UseGroup group, const Compared& use,
                         const std::optional<std::uint32_t>& agreed, std::size_t over,
                         std::size_t day_count) {
    const std::string title = group_title(group);
    if (use.known_days == 0) return tr("{0}: nothing was said.", title);
    const std::string median = median_words(title, use, day_count);
    if (!agreed) return median;
    return median + " " +
           tr_n("Agreed are {1} a day; above that on {2} of {0} day.",
                "Agreed are {1} a day; above that on {2} of {0} days.", use.known_days,
                limit_duration(*agreed), over);
}

std::string kept_sentence(const insight::Adherence& adherence) {
    if (adherence.all() == 0) return tr("No day to judge yet");
    if (!adherence.enough) {
        return tr_n("Known on {1} of {0} day: too few for a number",
                    "Known on {1} of {0} days: too few for a number", adherence.all(),
                    adherence.known());
    }
    if (adherence.unknown == 0) {
        return tr_n("Kept on {1} of {0} known day", "Kept on {1} of {0} known days",
                    adherence.known(), adherence.kept);
    }
    return tr_n("Kept on {1} of {2} known days; {0} day unknown",
                "Kept on {1} of {2} known days; {0} days unknown", adherence.unknown,
                adherence.kept, adherence.known());
}

}  // namespace evenkeel::model
