// The journal between two people: written alone, shared page by page, answered by a person.
#include "core/domain/text.h"
#include "tests/app/model/people.h"

#include <array>
#include <set>

namespace evenkeel::test {
namespace {

using namespace model;
using Of = DraftKey::Of;

const DraftKey new_page;

struct Pair {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());

    const JournalView& journal() {
        seen_ = client.sees();
        return seen_->client->journal;
    }
    EntityId write(const std::string& text) {
        seen_ = client.does(WritePage{.key = new_page, .title = {}, .text = text});
        return seen_->client->journal.written.page;
    }
    const PageLine& page(EntityId id) {
        const PageLine* found = find_page(journal().pages, id);
        REQUIRE(found != nullptr);
        return *found;
    }
    void share(EntityId id) { client.does(SharePage{.page = id, .text = page(id).text}); }
    VaultId record() {
        clinician_seen_ = clinician.sees();
        return clinician_seen_->clinician->caseload.front().record;
    }
    // What the clinician has of the client's words, newest state.
    const std::vector<PageLine>& words() {
        const VaultId of = record();
        clinician_seen_ = clinician.does(OpenClient{.record = of});
        return *clinician_seen_->clinician->overview->words.pages;
    }
    std::string need() {
        clinician_seen_ = clinician.sees();
        return clinician_seen_->clinician->caseload.front().need;
    }
    void sync() { sync_all(client, clinician); }

private:
    SnapshotPtr seen_;
    SnapshotPtr clinician_seen_;
};

// "text: state", one line each.
std::string listed(const std::vector<PageLine>& pages) {
    constexpr std::array names = {"only you", "shared", "seen", "read", "answered"};
    std::string text;
    for (const PageLine& page : pages) {
        text += page.text + ": " + names[static_cast<std::size_t>(page.state)] +
                (page.bring ? ", bring" : "") + "\n";
    }
    return text;
}

TEST_CASE("What is typed outlives a kill, and the page it becomes takes the draft's place") {
    Pair people;
    people.client.does(
        KeepDraft{.key = new_page, .title = "What helped?", .text = "The evening we"});
    people.client.is_killed_and_returns();
    const DraftLine* draft = find_draft(people.journal().drafts, new_page);
    REQUIRE(draft != nullptr);
    CHECK(draft->text == "The evening we");
    CHECK(draft->title == "What helped?");
    CHECK(draft->saved.starts_with("today "));

    people.client.does(
        WritePage{.key = new_page, .title = draft->title, .text = "The evening went better"});
    CHECK(people.journal().drafts.empty());
    CHECK(listed(*people.journal().pages) == "The evening went better: only you\n");
    CHECK(people.journal().pages->front().title == "What helped?");
    people.client.is_killed_and_returns();
    CHECK(listed(*people.journal().pages) == "The evening went better: only you\n");
}

TEST_CASE("A page that cannot be saved leaves its draft where it was") {
    Pair people;
    const std::string too_long(60'001, 'x');
    people.client.does(KeepDraft{.key = new_page, .title = {}, .text = too_long});
    CHECK(people.client.refused(WritePage{.key = new_page, .title = {}, .text = too_long})
              .starts_with("The page has 60001 characters"));
    CHECK(find_draft(people.journal().drafts, new_page)->text == too_long);
    CHECK(people.client.refused(WritePage{.key = new_page, .title = {}, .text = " \n"}) ==
          "The page is empty; write a word first.");
    CHECK(people.journal().pages->empty());
}

TEST_CASE("A draft stays on its device: neither the server nor the other side has it") {
    Pair people;
    people.client.does(KeepDraft{.key = new_page, .title = {}, .text = "not finished"});
    Person tablet = second_device(people.world, people.client);
    people.sync();
    sync_all(people.client, tablet);
    CHECK(tablet.sees()->client->journal.drafts.empty());
    CHECK(people.words().empty());
}

TEST_CASE("A private page is never there for the clinician, and never counted") {
    Pair people;
    people.write("for me alone");
    people.sync();
    CHECK(people.words().empty());
    CHECK(people.need().find("page") == std::string::npos);
}

TEST_CASE("A page goes the whole way: shared, seen, answered, read") {
    Pair people;
    const EntityId id = people.write("The evening went better");
    people.share(id);
    CHECK(people.page(id).state == PageState::shared);
    people.sync();
    CHECK(people.need() == "1 new page · intake due");
    CHECK(listed(people.words()) == "The evening went better: shared\n");

    people.clinician.does(PageSeen{.record = people.record(), .page = id});
    CHECK(people.need() == "Reply owed since today · intake due");
    people.sync();
    CHECK(people.page(id).state == PageState::seen);
    CHECK(people.page(id).seen == "Seen by Dr Vogel today");
    CHECK(people.journal().unread.empty());

    people.clinician.does(
        Reply{.record = people.record(), .page = id, .text = "Thank you for writing this."});
    CHECK(listed(people.words()) == "The evening went better: answered\n");
    CHECK(people.need().find("eply") == std::string::npos);
    people.sync();
    CHECK(people.page(id).state == PageState::answered);
    REQUIRE(people.page(id).replies.size() == 1);
    const ReplyLine reply = people.page(id).replies.front();
    CHECK(reply.text == "Thank you for writing this.");
    CHECK(reply.author == "Dr Vogel");
    CHECK(people.journal().unread == std::vector{id});
    people.client.does(RepliesRead{id});
    CHECK(people.journal().unread.empty());
    people.client.is_killed_and_returns();
    CHECK(people.journal().unread.empty());
}

TEST_CASE("Opening a page marks it seen once, and is nothing that undo takes back") {
    Pair people;
    const EntityId id = people.write("words");
    people.share(id);
    people.sync();
    const VaultId record = people.record();
    people.clinician.does(OpenClient{.record = record});
    people.clinician.does(Reply{.record = record, .page = id, .text = "a reply"});
    people.clinician.does(PageSeen{.record = record, .page = id});
    people.clinician.does(PageSeen{.record = record, .page = id});
    people.clinician.does(Undo{});
    CHECK(listed(people.words()) == "words: seen\n");
    people.sync();
    CHECK(people.page(id).state == PageState::seen);
    CHECK(people.page(id).replies.empty());
}

TEST_CASE("A reply that is taken back is a draft again, with every word") {
    Pair people;
    const EntityId id = people.write("words");
    people.share(id);
    people.sync();
    people.words();
    const DraftKey key{.of = Of::reply, .about = id};
    people.clinician.does(KeepDraft{.key = key, .title = {}, .text = "half a"});
    people.clinician.does(Reply{.record = people.record(), .page = id, .text = "half a reply"});
    CHECK(people.clinician.sees()->clinician->overview->words.drafts.empty());
    const auto undone = people.clinician.does(Undo{});
    CHECK(find_draft(undone->clinician->overview->words.drafts, key)->text == "half a reply");
    people.sync();
    CHECK(people.page(id).replies.empty());
}

TEST_CASE("A page is taken back, and shared again before any sync went out") {
    Pair people;
    const EntityId id = people.write("said too much");
    people.share(id);
    people.sync();
    CHECK(people.words().size() == 1);

    people.client.does(TakePageBack{id});
    CHECK(people.page(id).state == PageState::only_you);
    SECTION("taken back, it goes from the other side, and stays here") {
        CHECK(people.page(id).leaving);
        people.sync();
        CHECK_FALSE(people.page(id).leaving);
        CHECK(people.words().empty());
        CHECK(listed(*people.journal().pages) == "said too much: only you\n");
    }
    SECTION("shared again at once, it stays with the other side") {
        people.share(id);
        CHECK(people.page(id).state == PageState::shared);
        people.sync();
        CHECK(listed(people.words()) == "said too much: shared\n");
    }
    SECTION("changed before the sync, the change stays private") {
        people.client.does(BringPage{.page = id, .bring = true});
        people.client.does(WritePage{
            .key = {.of = Of::page, .about = id}, .title = {}, .text = "said too much, and more"});
        CHECK(people.page(id).state == PageState::only_you);
        people.sync();
        CHECK(people.words().empty());
        CHECK(listed(*people.journal().pages) == "said too much, and more: only you, bring\n");
    }
}

TEST_CASE("A page that was read before it was taken back says so") {
    Pair people;
    const EntityId id = people.write("words");
    people.share(id);
    people.sync();
    people.words();
    people.clinician.does(PageSeen{.record = people.record(), .page = id});
    people.sync();
    people.client.does(TakePageBack{id});
    people.sync();
    CHECK(people.page(id).state == PageState::only_you);
    CHECK(people.page(id).seen == "Seen by Dr Vogel today");
}

TEST_CASE("What was not before a person's eyes is not shared") {
    Pair people;
    const EntityId id = people.write("the first words");
    people.client.does(
        WritePage{.key = {.of = Of::page, .about = id}, .title = {}, .text = "the second words"});
    CHECK(people.client.refused(SharePage{.page = id, .text = "the first words"})
              .starts_with("The page has changed meanwhile"));
    CHECK(people.page(id).state == PageState::only_you);
    people.client.does(PauseSharing{true});
    CHECK(people.client.refused(SharePage{.page = id, .text = "the second words"}) ==
          "Sharing is paused. Resume it first, then share this.");
}

TEST_CASE("A change made while sharing is paused is the client's alone, and the page says so") {
    Pair people;
    const EntityId id = people.write("first");
    people.share(id);
    people.sync();
    people.client.does(PauseSharing{true});
    people.client.does(
        WritePage{.key = {.of = Of::page, .about = id}, .title = {}, .text = "second"});
    CHECK(people.page(id).state == PageState::shared);
    CHECK(people.page(id).shares_older);
    people.client.does(PauseSharing{false});
    people.sync();
    CHECK(listed(people.words()) == "first: shared\n");
    people.share(id);
    people.sync();
    CHECK_FALSE(people.page(id).shares_older);
    CHECK(listed(people.words()) == "second: shared\n");
}

TEST_CASE("A shared page that is changed is changed for both") {
    Pair people;
    const EntityId id = people.write("first");
    people.share(id);
    people.sync();
    people.client.does(
        WritePage{.key = {.of = Of::page, .about = id}, .title = {}, .text = "second"});
    people.sync();
    CHECK(listed(people.words()) == "second: shared\n");
}

TEST_CASE("A deleted page waits in the trash and can be brought back") {
    Pair people;
    const EntityId id = people.write("words");
    people.share(id);
    people.sync();
    people.client.does(DeletePage{id});
    CHECK(people.journal().pages->empty());
    REQUIRE(people.journal().trash.size() == 1);
    CHECK(people.journal().trash.front().first_line == "words");
    SECTION("by undo") { people.client.does(Undo{}); }
    SECTION("from the trash, later") {
        people.client.does(Lock{});
        people.client.does(Unlock{words});
        people.client.does(RestorePage{id});
    }
    CHECK(listed(*people.journal().pages) == "words: shared\n");
    CHECK(people.journal().trash.empty());
}

TEST_CASE("A deleted page is gone for the clinician too") {
    Pair people;
    const EntityId id = people.write("words");
    people.share(id);
    people.sync();
    people.client.does(DeletePage{id});
    people.sync();
    CHECK(people.words().empty());
}

TEST_CASE("A change of a page that is gone becomes a page of its own: no words are lost") {
    Pair people;
    const EntityId id = people.write("words");
    people.client.does(DeletePage{id});
    people.client.does(
        WritePage{.key = {.of = Of::page, .about = id}, .title = {}, .text = "words, and more"});
    CHECK(listed(*people.journal().pages) == "words, and more: only you\n");
}

TEST_CASE("What to bring to the session comes first, then what waits, then what was answered") {
    Pair people;
    const EntityId answered = people.write("answered");
    const EntityId waiting = people.write("waiting");
    const EntityId brought = people.write("brought");
    people.client.does(BringPage{.page = brought, .bring = true});
    for (const EntityId id : {answered, waiting, brought}) people.share(id);
    people.sync();
    people.words();
    for (const EntityId id : {answered, waiting, brought}) {
        people.clinician.does(PageSeen{.record = people.record(), .page = id});
    }
    people.clinician.does(Reply{.record = people.record(), .page = answered, .text = "yes"});
    CHECK(listed(people.words()) == "brought: seen, bring\nwaiting: seen\nanswered: answered\n");
}

TEST_CASE("A text changed on two devices at once is shown twice, until a person has settled it") {
    Pair people;
    const EntityId id = people.write("first");
    Person tablet = second_device(people.world, people.client);
    sync_all(people.client, tablet);
    const DraftKey key{.of = Of::page, .about = id};
    people.client.does(WritePage{.key = key, .title = {}, .text = "on the phone"});
    tablet.does(WritePage{.key = key, .title = {}, .text = "on the tablet"});
    sync_all(people.client, tablet);
    const PageLine both = people.page(id);
    REQUIRE(both.other_texts.size() == 1);
    CHECK(std::set{both.text, both.other_texts.front()} ==
          std::set<std::string>{"on the phone", "on the tablet"});
    people.client.does(WritePage{.key = key, .title = {}, .text = "on both"});
    sync_all(people.client, tablet);
    CHECK(find_page(tablet.sees()->client->journal.pages, id)->other_texts.empty());
    CHECK(find_page(tablet.sees()->client->journal.pages, id)->text == "on both");
}

TEST_CASE("A list shows the beginning of a page, cut between words and never within a letter") {
    CHECK(first_line("\n  One line\nand another") == "One line");
    CHECK(first_line(" \n").empty());
    std::string long_line;
    for (int i = 0; i < 40; ++i) long_line += "words ";
    CHECK(first_line(long_line).ends_with("words…"));
    CHECK(first_line(long_line).size() < 100);
    std::string letters;
    for (int i = 0; i < 60; ++i) letters += "ä";
    const std::string cut = first_line(letters);
    CHECK(count_characters(cut).has_value());
}

}  // namespace
}  // namespace evenkeel::test
