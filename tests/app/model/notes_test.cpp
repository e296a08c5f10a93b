// A clinician's own notes on sessions: theirs alone, on all their devices, and in no file for a
// client.
#include "app/model/brief_document.h"
#include "app/model/exchange.h"
#include "core/base/files.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

constexpr const char* words_of_note = "quartzmeridian: ask about the brother";

struct Pair : Couple {
    DraftKey about_nothing{.of = DraftKey::Of::new_note, .about = EntityId{record.bytes}};
    const NotesView& notes() { return clinician.sees()->clinician->overview->notes; }
    void write(const DraftKey& key, const std::string& text) {
        clinician.does(KeepDraft{.key = key, .title = {}, .text = text});
        clinician.does(WriteNote{.record = record, .key = key, .text = text});
    }
};

TEST_CASE("A note is kept, changed, thrown away and brought back") {
    Pair pair;
    pair.write(pair.about_nothing, "First");
    REQUIRE(pair.notes().notes.size() == 1);
    const NoteLine first = pair.notes().notes.front();
    CHECK(first.text == "First");
    CHECK(first.session.empty());
    CHECK(pair.clinician.sees()->clinician->overview->words.drafts.empty());

    pair.write({.of = DraftKey::Of::note, .about = first.id}, "First, and more");
    CHECK(pair.notes().notes.front().text == "First, and more");
    pair.clinician.does(DeleteNote{first.id});
    CHECK(pair.notes().notes.empty());
    REQUIRE(pair.notes().trash.size() == 1);
    pair.clinician.does(Undo{});
    CHECK(pair.notes().notes.size() == 1);
    pair.clinician.does(DeleteNote{first.id});
    pair.clinician.does(RestoreNote{first.id});
    CHECK(pair.notes().notes.size() == 1);
    CHECK(pair.clinician.refused(
              WriteNote{.record = pair.record, .key = pair.about_nothing, .text = " "}) ==
          "The note is empty; write a word first.");
}

TEST_CASE("Undo makes a draft of a new note again, and a change of one that is gone a new note") {
    Pair pair;
    pair.write(pair.about_nothing, "First");
    const EntityId id = pair.notes().notes.front().id;
    pair.clinician.does(Undo{});
    CHECK(pair.notes().notes.empty());
    const auto& drafts = pair.clinician.sees()->clinician->overview->words.drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().text == "First");
    pair.write({.of = DraftKey::Of::note, .about = id}, "Changed meanwhile");
    REQUIRE(pair.notes().notes.size() == 1);
    CHECK(pair.notes().notes.front().text == "Changed meanwhile");
}

TEST_CASE("A note is about the session it names, and lies under that day") {
    Pair pair;
    pair.clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    pair.clinician.does(PlanSession{.record = pair.record,
                                    .day = pair.today,
                                    .minute = 5 * 60,
                                    .minutes = 50,
                                    .place = Place::video});
    pair.clinician.does(PlanSession{.record = pair.record, .day = pair.today + 7});
    REQUIRE(pair.notes().sessions.size() == 1);  // what has not begun has no notes
    const NoteSession session = pair.notes().sessions.front();
    pair.write({.of = DraftKey::Of::new_note, .about = session.id}, "Told of the move");
    CHECK(pair.notes().notes.front().session == session.text);
    pair.clinician.waits(9 * ms_per_day);
    pair.clinician.does(OpenClient{pair.record});
    CHECK(pair.notes().notes.front().day != "today");
    CHECK(pair.clinician.refused(
              WriteNote{.record = pair.record,
                        .key = {.of = DraftKey::Of::new_note, .about = EntityId{{9}}},
                        .text = "x"}) == "There is no such session.");
}

TEST_CASE("The client sees nothing of a note: not in a view, an export, a brief or the record") {
    Pair pair;
    pair.write(pair.about_nothing, words_of_note);
    pair.sync();
    pair.sync();
    const std::string path = (pair.world.folder / "export.json").string();
    pair.client.does(ExportData{path});
    CHECK(to_string(need(read_whole_file(path, 10'000'000))).find("quartzmeridian") ==
          std::string::npos);
    const SessionBrief brief =
        pair.clinician.does(OpenClient{pair.record})->clinician->overview->brief;
    const Bytes printed = need(brief_bytes(brief, "Dr Vogel", BriefFormat::text));
    CHECK(std::string(as_text(printed)).find("quartzmeridian") == std::string::npos);
    CHECK(pair.client.refused(
              WriteNote{.record = pair.record, .key = pair.about_nothing, .text = "mine"}) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("A colleague who joins the practice has none of the notes") {
    Pair pair;
    pair.write(pair.about_nothing, words_of_note);
    Person colleague = colleague_of(pair.world, pair.clinician, "Dr Lee");
    sync_all(pair.clinician, colleague);
    CHECK_FALSE(pair.world.was_sent(as_bytes("quartzmeridian")));
    const auto seen = colleague.sees();
    REQUIRE(seen->clinician.has_value());
    CHECK(seen->clinician->caseload.empty());
    CHECK(pair.notes().notes.size() == 1);
}

TEST_CASE("A note that was not finished is there again after a kill") {
    Pair pair;
    pair.clinician.does(KeepDraft{.key = pair.about_nothing, .title = {}, .text = "Half a th"});
    pair.clinician.is_killed_and_returns();
    const auto after = pair.clinician.does(OpenClient{pair.record});
    const auto* draft = find_draft(after->clinician->overview->words.drafts, pair.about_nothing);
    REQUIRE(draft != nullptr);
    CHECK(draft->text == "Half a th");
}

}  // namespace
}  // namespace evenkeel::test
