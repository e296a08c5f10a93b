#include "tests/core/store/device.h"

#include "core/store/database.h"

#include <unistd.h>

namespace evenkeel::test {

using store::Operation;
using store::Placement;

ByteArray<16> PlainIds::derive(ByteView name) const {
    ByteArray<16> id{};
    for (std::size_t half = 0; half < 2; ++half) {
        std::uint64_t hash = 14695981039346656037ULL + half;
        for (const Byte byte : name) hash = (hash ^ byte) * 1099511628211ULL;
        for (std::size_t i = 0; i < 8; ++i) {
            id[half * 8 + i] = static_cast<Byte>(hash >> (56 - 8 * i));
        }
    }
    return id;
}

TempFolder::TempFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("evenkeel_store_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

store::DatabaseKey test_key(Byte first) {
    store::DatabaseKey key{};
    key[0] = first;
    return key;
}

static When when_of(Instant now) {
    When when;
    when.instant = {now.ms / 1000 * 1000};
    when.zone = "UTC";
    when.day = {static_cast<std::int32_t>((now.ms - 4 * ms_per_hour) / ms_per_day)};
    return when;
}

Bytes mood_fragment(std::uint32_t value, Instant now) {
    MoodEntry entry;
    entry.when = when_of(now);
    entry.mood = Rating(value);
    return codec::encode(entry);
}

Bytes page_fragment(const std::string& text, Instant now) {
    JournalPage page;
    page.when = when_of(now);
    if (!text.empty()) page.text = PhiText(text);
    return codec::encode(page);
}

Device::Device(std::uint64_t number, Part part, const std::string& path)
    : path_(path), random_(number) {
    open();
    enrol(part);
}

void Device::enrol(Part part) {
    must(store_->set_device(random_.id<DeviceId>()));
    must(sync().add_vault({.id = care_vault, .record = care_vault}));
    if (part == Part::clinician) return;
    must(sync().add_vault(
        {.id = private_vault, .type = delta::VaultType::private_, .record = care_vault}));
}

void Device::start_over(std::uint64_t number, Part part) {
    random_ = SeededRandom(number);
    clock = {};
    auto& sql = store_->database().sql();
    auto transaction = must(sql::Transaction::begin(sql));
    std::vector<std::string> tables;
    {
        auto names =
            must(sql.query("SELECT name FROM sqlite_master WHERE type = 'table' "
                           "AND name <> 'self' ORDER BY rowid DESC"));
        while (must(names.step())) tables.emplace_back(names.text(0));
    }
    for (const auto& table : tables) must(must(sql.query_built("DELETE FROM " + table)).finish());
    must(sql.run("UPDATE self SET clock = 0, clock_accepted = 0"));
    must(transaction.commit());
    enrol(part);
}

void Device::open() {
    store_ = must(store::Store::open(path_, test_key(), {clock, random_, ids_}));
}

void Device::reopen() {
    close();
    open();
}

// A new entity gets its time as well; an edit writes the one field.
static store::Write write_of(EntityKind kind, Bytes fragment, std::uint32_t field,
                             std::optional<EntityId> id, Placement placement) {
    store::Write write{.kind = kind, .id = id, .fragment = std::move(fragment)};
    write.placement = placement;
    if (id) write.scope = {field};
    return write;
}

static EntityId commit(store::Store& store, const store::Write& write, Literal name) {
    Operation operation(store, care_vault, name);
    const EntityId id = must(operation.write(write));
    must(operation.commit());
    return id;
}

EntityId Device::mood(std::uint32_t value, std::optional<EntityId> id, Placement placement) {
    clock.time = clock.time + 1000;
    const auto fragment = mood_fragment(value, clock.time);
    return commit(*store_, write_of(EntityKind::mood, fragment, 4, id, placement), "mood entry");
}

EntityId Device::page(const std::string& text, std::optional<EntityId> id, Placement placement) {
    clock.time = clock.time + 1000;
    const auto fragment = page_fragment(text, clock.time);
    return commit(*store_, write_of(EntityKind::journal_page, fragment, 5, id, placement),
                  "journal page");
}

void Device::remove(EntityId id) {
    clock.time = clock.time + 1000;
    Operation operation(*store_, care_vault, "deletion");
    must(operation.remove(id));
    must(operation.commit());
}

void Device::share(EntityId id) {
    Operation operation(*store_, care_vault, "sharing");
    must(operation.share(id));
    must(operation.commit());
}

void Device::unshare(EntityId id) {
    Operation operation(*store_, care_vault, "unsharing");
    must(operation.unshare(id));
    must(operation.commit());
}

store::EntityRow Device::row(EntityId id) {
    auto found = must(store_->find(care_vault, id));
    return found.value_or(store::EntityRow{});
}

std::string Device::say(EntityId id) {
    const auto found = must(store_->find(care_vault, id));
    if (!found) return "nothing";
    std::string text = found->deleted ? "deleted " : "";
    if (found->kind == static_cast<std::uint32_t>(EntityKind::mood)) {
        const auto entry = must(codec::decode_mood(found->fragment));
        return text + (entry.mood ? "mood " + std::to_string(entry.mood->reveal()) : "mood blank");
    }
    text += "text";
    const auto view = must(store_->entity_view(care_vault, id));
    const auto* field = view.field(5);
    bool first = true;
    for (const auto& head : field == nullptr ? std::vector<delta::Value>() : field->heads) {
        if (head.bytes.empty()) continue;
        Bytes fragment = page_fragment("", clock.time);
        append(fragment, head.bytes);
        const auto page = must(codec::decode_journal_page(fragment));
        text += (first ? " " : " | ") + page.text->reveal();
        first = false;
    }
    return text;
}

}  // namespace evenkeel::test
