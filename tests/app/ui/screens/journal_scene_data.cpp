// The invented client's pages, as their writer and as their care team see them.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

template <typename Id>
Id id_of(std::uint8_t number) {
    Id id;
    id.bytes.fill(number);
    return id;
}

PageLine session_page() {
    PageLine page{.id = id_of<EntityId>(31),
                  .day = "today",
                  .title = "What is hard to bring up, and what would make it easier?",
                  .text =
                      "What would it be like to say it in the session?\n\nI keep putting it "
                      "off until the last five minutes, and then there is no time left."};
    page.state = PageState::seen;
    page.bring = true;
    page.seen = "Seen by Dr Weber today";
    return page;
}

PageLine answered_page() {
    PageLine page{.id = id_of<EntityId>(32),
                  .day = "yesterday",
                  .title = "",
                  .text =
                      "The evening went better after I left the phone in the kitchen.\n\n"
                      "I read for half an hour and was asleep before midnight. It was easier "
                      "than I had thought, but only because nobody wrote."};
    page.state = PageState::answered;
    page.seen = "Seen by Dr Weber today";
    page.replies = {{.id = id_of<EntityId>(41),
                     .text = "Thank you for writing this down. I wonder what the half hour was "
                             "like while it lasted; shall we begin there on Friday?",
                     .author = "Dr Weber",
                     .day = "today",
                     .unread = true}};
    return page;
}

PageLine private_page() {
    return {.id = id_of<EntityId>(33),
            .day = "Friday 9 May",
            .title = "What was happening just before you last felt the pull to check something?",
            .text = "I noticed that I pick it up when a sentence gets difficult."};
}

Pages pages_of(std::vector<PageLine> lines) {
    return std::make_shared<const std::vector<PageLine>>(std::move(lines));
}

JournalView journal_view() {
    JournalView view;
    view.pages = pages_of({session_page(), answered_page(), private_page()});
    view.unread = {answered_page().id};
    view.drafts = {{.key = {},
                    .title = "Which evening of the last week felt most like your own?",
                    .text = "Sunday, after the walk. We",
                    .saved = "today 20:41"}};
    view.due = {{.id = id_of<EntityId>(36),
                 .question = "When were you last so taken by something that you forgot the time?",
                 .by = "Dr Weber",
                 .rhythm = "Once",
                 .source = "chosen from the library"}};
    view.answers = "Your practice says it answers within 3 days.";
    view.trash = {{.id = id_of<EntityId>(34), .first_line = "A list", .day = "Monday 5 May"}};
    return view;
}

}  // namespace

model::WordsView words_view() {
    PageLine fresh = answered_page();
    fresh.state = PageState::shared;
    fresh.seen.clear();
    fresh.replies.clear();
    fresh.promised = "Friday 16 May";
    PageLine answered = answered_page();
    answered.id = id_of<EntityId>(35);
    answered.day = "Friday 2 May";
    answered.text = "A quiet week.";
    answered.seen = "Seen by you on Saturday 3 May";
    answered.replies.front().author = "you";
    PageLine late = private_page();
    late.state = PageState::seen;
    late.seen = "Seen by you on Saturday 10 May";
    late.promised = "Monday 12 May";
    late.overdue = true;
    WordsView view;
    view.pages = pages_of({late, session_page(), fresh, answered});
    view.given = {{.id = id_of<EntityId>(36),
                   .question = "When were you last so taken by something that you forgot the time?",
                   .by = "you",
                   .rhythm = "On Mondays and Thursdays until Tuesday 10 June"}};
    view.drafts = {{.key = {.of = DraftKey::Of::reply, .about = session_page().id},
                    .title = {},
                    .text = "We can begin with it, if you like.",
                    .saved = "today 12:00"}};
    return view;
}

model::Snapshot journal_snapshot() {
    Snapshot snapshot = client_snapshot();
    snapshot.client->journal = journal_view();
    return snapshot;
}

}  // namespace evenkeel::test
