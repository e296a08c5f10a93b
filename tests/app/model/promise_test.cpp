// What a practice promises of its answers, as both sides see it, and a page that needs none.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    void promise(std::optional<std::uint32_t> days) {
        clinician.does(PromiseReplies{days});
        sync();
    }
    EntityId share(const std::string& text) {
        const auto seen = client.does(WritePage{.key = {}, .title = {}, .text = text});
        const EntityId page = seen->client->journal.written.page;
        client.does(SharePage{.page = page, .text = text});
        sync();
        return page;
    }
    PageLine page(EntityId id) { return *find_page(client.sees()->client->journal.pages, id); }
    std::vector<PageLine> words() {
        return *clinician.does(OpenClient{.record = record})->clinician->overview->words.pages;
    }
    std::string need() { return clinician.sees()->clinician->caseload.front().need; }
    void days_go_by(int count) {
        for (Person* person : {&clinician, &client}) {
            person->does(ChangeSettings{{.lock_after_minutes = 0}});
        }
        client.waits(count * ms_per_day);
        sync();
    }
};

TEST_CASE("A client is told when a page is answered only where the practice said so") {
    Pair people;
    const EntityId page = people.share("The evening.");
    CHECK(people.client.sees()->client->journal.answers.empty());
    CHECK(people.page(page).promised.empty());

    people.promise(3);
    CHECK(people.clinician.sees()->clinician->reply_days == 3);
    CHECK(people.client.sees()->client->journal.answers ==
          "Your practice says it answers within 3 days.");
    CHECK_FALSE(people.page(page).promised.empty());
    CHECK_FALSE(people.page(page).overdue);

    people.promise(1);
    CHECK(people.client.sees()->client->journal.answers ==
          "Your practice says it answers within 1 day.");
    people.promise(std::nullopt);
    CHECK(people.client.sees()->client->journal.answers.empty());
    CHECK(people.page(page).promised.empty());
}

TEST_CASE("Who joins later learns the promise too, and a colleague makes no second copy") {
    Pair people;
    people.promise(2);
    Person colleague = colleague_of(people.world, people.clinician, "Dr Lee");
    Person later = client_of(people.world, people.clinician, "Robin", all_kinds());
    sync_all(people.clinician, later);
    colleague.syncs();
    sync_all(people.clinician, people.client);
    CHECK(later.sees()->client->journal.answers == "Your practice says it answers within 2 days.");
    CHECK(colleague.sees()->clinician->reply_days == 2);
    CHECK(people.client.sees()->client->journal.answers ==
          "Your practice says it answers within 2 days.");
}

TEST_CASE("A reply owed past the promised time comes first, until it is written") {
    Pair people;
    people.promise(1);
    const EntityId late = people.share("The evening.");
    people.days_go_by(2);
    people.share("The morning.");
    CHECK(people.page(late).overdue);
    CHECK(people.need() == "Reply was promised for yesterday · 2 new pages · intake due");
    const auto words = people.words();
    CHECK(words.front().text == "The evening.");
    CHECK(words.front().overdue);
    CHECK_FALSE(words.back().overdue);

    people.clinician.does(Reply{.record = people.record, .page = late, .text = "Thank you."});
    people.sync();
    CHECK_FALSE(people.page(late).overdue);
    CHECK(people.page(late).promised.empty());
    CHECK(people.need() == "1 new page · intake due");
}

TEST_CASE("The promise runs from the day of sharing, not from the day of writing") {
    Pair people;
    people.promise(1);
    const auto seen = people.client.does(WritePage{.key = {}, .title = {}, .text = "An old one."});
    const EntityId page = seen->client->journal.written.page;
    people.days_go_by(5);
    people.client.does(SharePage{.page = page, .text = "An old one."});
    people.sync();
    CHECK_FALSE(people.page(page).overdue);
    CHECK_FALSE(people.words().front().overdue);
    people.days_go_by(2);
    CHECK(people.words().front().overdue);
}

TEST_CASE("A page that needs no reply leaves the queue, and its writer sees that it was read") {
    Pair people;
    people.promise(1);
    const EntityId page = people.share("For your eyes only.");
    people.words();
    people.clinician.does(NoReplyNeeded{.record = people.record, .page = page});
    people.sync();
    CHECK(people.page(page).state == PageState::read);
    CHECK(people.page(page).seen == "Read by Dr Vogel today; no written reply is planned");
    CHECK(people.page(page).promised.empty());
    people.days_go_by(3);
    CHECK(people.need() == "Nothing shared yet · intake due");

    people.clinician.does(Reply{.record = people.record, .page = page, .text = "After all."});
    people.sync();
    CHECK(people.page(page).state == PageState::answered);
    CHECK(people.client.refused(NoReplyNeeded{.record = people.record, .page = page}) ==
          "That is for clinicians; nothing was changed.");
    CHECK(people.client.refused(PromiseReplies{3}) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("Within ten seconds the mark that a page needs no reply is taken back") {
    Pair people;
    const EntityId page = people.share("For your eyes only.");
    people.words();
    people.clinician.does(NoReplyNeeded{.record = people.record, .page = page});
    CHECK(people.words().front().state == PageState::read);
    people.clinician.does(Undo{});
    CHECK(people.words().front().state == PageState::shared);
}

}  // namespace
}  // namespace evenkeel::test
