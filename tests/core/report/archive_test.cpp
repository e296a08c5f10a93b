// The encrypted archive, opened by a program that shares no code with the one that made it.
#include "core/report/archive.h"

#include "core/base/files.h"
#include "core/report/record_document.h"
#include "tests/support/plain.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace evenkeel;
using namespace evenkeel::report;
using namespace evenkeel::test;

namespace {

class CountingRandom final : public Random {
public:
    void fill(std::span<Byte> target) override {
        for (Byte& byte : target) byte = next_ = static_cast<Byte>(next_ * 37 + 11);
    }

private:
    Byte next_ = 3;
};

std::size_t files_in(const std::string& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) count += entry.exists();
    return count;
}

}  // namespace

TEST_CASE("an archive is opened by another program with its passphrase, and with no other") {
    const ScratchFolder folder;
    const std::string path = folder.path("record.zip");
    CountingRandom random;
    const std::string passphrase = make_archive_passphrase(random);
    const std::string large(300'000, 'x');
    {
        auto file = NewFile::begin(path);
        REQUIRE(file.ok());
        auto archive = Archive::begin(file.value(), passphrase);
        REQUIRE(archive.ok());
        REQUIRE(archive.value().add("README.txt", "a word of the record").ok());
        REQUIRE(archive.value().add("agreements/1.agreement", std::string("\0\1\2", 3)).ok());
        REQUIRE(archive.value().add("record.json", large).ok());
        REQUIRE(archive.value().add("empty", "").ok());
        REQUIRE(archive.value().finish().ok());
        REQUIRE(file.value().finish().ok());
    }
    const auto parts = parts_of_archive(path, passphrase);
    REQUIRE(parts.size() == 4);
    CHECK(parts.at("README.txt") == "a word of the record");
    CHECK(parts.at("agreements/1.agreement") == std::string("\0\1\2", 3));
    CHECK(parts.at("record.json") == large);
    CHECK(read_text(path).find("a word of") == std::string::npos);
    CHECK_THROWS(parts_of_archive(path, make_archive_passphrase(random)));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a passphrase has 160 bits in groups that can be read out") {
    CountingRandom random;
    const std::string first = make_archive_passphrase(random);
    CHECK(first.size() == 39);
    CHECK(std::ranges::count(first, '-') == 7);
    CHECK(first.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-") == std::string::npos);
    CHECK(first != make_archive_passphrase(random));
    class Ones final : public Random {
        void fill(std::span<Byte> target) override { std::ranges::fill(target, Byte{255}); }
    } ones;
    CHECK(make_archive_passphrase(ones) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
}

TEST_CASE("half an archive is gone, and no file is written over") {
    const ScratchFolder folder;
    const std::string path = folder.path("record.zip");
    {
        auto file = NewFile::begin(path);
        REQUIRE(file.ok());
        auto archive = Archive::begin(file.value(), "0000-0000");
        REQUIRE(archive.ok());
        REQUIRE(archive.value().add("record.json", std::string(200'000, 'x')).ok());
    }
    CHECK(files_in(folder.path()) == 0);
    write_text(path, "somebody's");
    CHECK(NewFile::begin(path).error().sentence() ==
          "A file of that name is there already, and stays as it is. Choose another name.");
    CHECK(read_text(path) == "somebody's");

    auto late = NewFile::begin(folder.path("late.zip"));
    REQUIRE(late.ok());
    write_text(folder.path("late.zip"), "came meanwhile");
    CHECK_FALSE(late.value().finish().ok());
    CHECK(read_text(folder.path("late.zip")) == "came meanwhile");
    CHECK(NewFile::begin(folder.path("nowhere/record.zip")).error().code() == ErrorCode::not_found);
}

TEST_CASE("a record's document says every entry, whose it is, and what it cannot read") {
    const When when{.instant = {1'760'000'000'000}, .zone = "UTC", .day = {20370}};
    Export exported;
    const auto add = [&](std::uint32_t kind, AnyEntity entity, bool is_private = false) {
        exported.entities.push_back({.id = EntityId{ByteArray<16>{static_cast<Byte>(kind)}},
                                     .kind = kind,
                                     .private_ = is_private,
                                     .fragment = {},
                                     .decoded = std::move(entity),
                                     .document = std::nullopt});
    };
    const UserId lind{ByteArray<16>{7}};
    add(11, Person{.user = lind, .name = PhiText("Dr Lind"), .role = Role::clinician});
    add(7, JournalPage{.when = when, .title = PhiText("Late"), .text = PhiText("<b>one\ntwo")},
        true);
    add(18, RecordView{.when = when, .viewer = lind});
    add(99, AnyEntity());
    const std::string words = words_of_html(write_html(record_document(exported, "Record")));
    CHECK(words.find("Journal pages 2025-10-09, private") != std::string::npos);
    CHECK(words.find("Title: Late <b>one two") != std::string::npos);
    CHECK(words.find("Viewer: Dr Lind Opened: the record") != std::string::npos);
    CHECK(words.find("for a newer version to read: 1.") != std::string::npos);
}
