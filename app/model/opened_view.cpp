#include "app/model/opened_view.h"

#include "app/model/phrases.h"
#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/words/tr.h"
#include "sync/client/members.h"

namespace evenkeel::model {

namespace {

const char* section_words(ViewedSection section) {
    switch (section) {
        case ViewedSection::record:
            return tr_as("opened", "the record");
        case ViewedSection::days:
            return tr_as("opened", "the days");
        case ViewedSection::journal:
            return tr_as("opened", "the journal");
        case ViewedSection::intake:
            return tr_as("opened", "the intake");
        case ViewedSection::boundaries:
            return tr_as("opened", "the boundaries");
        case ViewedSection::sessions:
            return tr_as("opened", "the sessions");
        case ViewedSection::prompts:
            return tr_as("opened", "the questions given");
        case ViewedSection::tools:
            return tr_as("opened", "the tools");
        case ViewedSection::brief:
            return tr_as("opened", "the session brief");
        case ViewedSection::history:
            return tr_as("opened", "the history of an entry");
        case ViewedSection::export_:
            return tr_as("opened", "an export of the record");
    }
    return tr_as("opened", "a part this version does not know");
}

}  // namespace

Result<OpenedView> opened_view(store::Store& store, store::RecordId record, Day today) {
    // One more than is shown, to know whether there are more.
    TRY_ASSIGN(const auto rows, store.list({.record = record,
                                            .kind = EntityKind::record_view,
                                            .with_deleted = true,
                                            .newest_first = true,
                                            .count_max = limits::openings_shown_max + 1}));
    TRY_ASSIGN(const auto names, client::names_in(store, record));
    const std::string zone = store.context().clock.zone_name();
    OpenedView view{.days = {}, .has_more = rows.size() > limits::openings_shown_max};
    for (const store::EntityRow& row : rows) {
        if (&row - rows.data() >= static_cast<std::ptrdiff_t>(limits::openings_shown_max)) break;
        const auto opened = codec::decode_record_view(row.fragment);
        if (!opened.ok()) continue;
        const Instant when = opened.value().when.instant;
        TRY_ASSIGN(const Day day, logical_day(when, zone));
        if (view.days.empty() || view.days.back().day != day) {
            view.days.push_back(
                {.day = day, .title = capitalised(relative_day(day, today)), .lines = {}});
        }
        const auto name = names.find(opened.value().viewer);
        view.days.back().lines.push_back(
            {.who = name == names.end() ? tr("A clinician of your practice") : name->second,
             .what = section_words(opened.value().section),
             .time = clock_words(when, zone)});
    }
    return view;
}

}  // namespace evenkeel::model
