#include "app/model/record_archive.h"

#include "app/model/exchange.h"
#include "core/report/archive.h"
#include "core/report/record_document.h"
#include "sync/client/agreements.h"

namespace evenkeel::model {

namespace {

constexpr std::string_view readme =
    "This is one person's record, to keep or to hand to another practice.\r\n"
    "\r\n"
    "record.html   All of it to read, in any web browser. It loads nothing from anywhere.\r\n"
    "record.json   The same for programs. Evenkeel reads it back with: evenkeel-cli import\r\n"
    "              record.json. Each entry has its words under \"readable\".\r\n"
    "agreements    Boundaries in force with both sides' signatures, if there are any. Anyone "
    "can\r\n"
    "              check one, without keys, with: evenkeel-cli verify-agreement FILE\r\n"
    "\r\n"
    "The archive is encrypted with AES-256. What you take out of it is not: keep it where only\r\n"
    "you can read it, and delete it when it is no longer needed.\r\n";

// Those in force; for any other there is no proof that both agreed.
Result<std::size_t> add_agreements(client::Profile& profile, VaultId record,
                                   report::Archive& archive) {
    TRY_ASSIGN(const auto book, client::boundaries(profile, record));
    std::size_t count = 0;
    for (const BoundaryStanding& standing : book.standings) {
        if (!standing.in_force) continue;
        const auto proof = client::export_agreement_of(profile, record, standing.boundary);
        if (!proof.ok()) continue;
        TRY(archive.add("agreements/" + std::to_string(++count) + ".agreement",
                        as_text(proof.value())));
    }
    return count;
}

}  // namespace

Result<MadeArchive> make_archive(client::Profile& profile, VaultId record, const std::string& path,
                                 Random& random) {
    MadeArchive made{.path = path, .passphrase = report::make_archive_passphrase(random)};
    TRY_ASSIGN(NewFile file, NewFile::begin(path));
    TRY_ASSIGN(report::Archive archive, report::Archive::begin(file, made.passphrase));
    TRY_ASSIGN(const report::Export exported, export_record(profile.store(), record));
    made.entries = exported.entities.size();
    TRY(archive.add("README.txt", readme));
    TRY(archive.add("record.html",
                    report::write_html(report::record_document(exported, "Record"))));
    TRY(archive.add("record.json", report::write_json(exported)));
    TRY_ASSIGN(made.agreements, add_agreements(profile, record, archive));
    TRY(archive.finish());
    TRY(file.finish());
    return made;
}

}  // namespace evenkeel::model
