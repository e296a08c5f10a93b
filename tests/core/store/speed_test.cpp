// The figures the store promises. Hidden: run test_store "[speed]" in a release build.
#include "core/delta/field_wire.h"
#include "device.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

// Wall and processor time: on a busy machine only the second says anything.
struct Spent {
    double wall_ms = 0;
    double cpu_ms = 0;
};

template <typename Body>
Spent spent(Body body) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    body();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

void print(const char* what, Spent time, double count) {
    std::printf("%s: %.3f ms (processor %.3f ms)\n", what, time.wall_ms / count,
                time.cpu_ms / count);
}

// Ten thousand new mood entries in 18 envelopes, as another device made them.
std::vector<store::Received> big_page(const VaultId& vault, Instant start, int count) {
    SeededRandom random(99);
    const auto author = random.id<DeviceId>();
    std::vector<store::Received> page(18);
    for (std::size_t i = 0; i < page.size(); ++i) {
        page[i].envelope = {.vault = vault, .author = author, .sequence = i + 1, .position = i + 1};
        page[i].envelope.hash[0] = static_cast<Byte>(i + 1);
        page[i].envelope.bytes.resize(65'000);
        random.fill(page[i].envelope.bytes);
    }
    for (int i = 0; i < count; ++i) {
        const Instant when = start + i * 30 * ms_per_minute;
        MoodEntry entry;
        entry.when = {.instant = when, .zone = "Europe/Berlin", .offset_minutes = 60};
        entry.when.day = {static_cast<std::int32_t>((when.ms - 3 * ms_per_hour) / ms_per_day)};
        entry.mood = Rating(static_cast<std::uint32_t>(i % 11));
        entry.tags = {PhiText("walk"), PhiText("rain"), PhiText("alone")};
        entry.note = PhiText("a note of about forty characters, no more");
        delta::Delta delta{.entity = random.id<EntityId>(), .kind = 1, .origin = author};
        delta.id = random.number();
        delta.clock = delta::make_stamp(when.ms, 0);
        const auto fields = delta::split_fields(codec::encode(entry));
        for (const auto& [number, bytes] : fields.value())
            delta.fields.push_back({number, bytes, {}});
        page[static_cast<std::size_t>(i) % page.size()].deltas.push_back(std::move(delta));
    }
    return page;
}

}  // namespace

TEST_CASE("the store is as quick as it promises", "[.speed]") {
    TempFolder folder;
    Device phone(1, Part::client, folder.file("store.db"));
    const Instant start{1'451'606'400'000};
    const auto page = big_page(care_vault, start, 10'000);
    const Spent apply =
        spent([&] { must(phone.sync().apply_page(care_vault, page, 18, {}, phone.clock.time)); });
    const Spent again =
        spent([&] { must(phone.sync().apply_page(care_vault, page, 18, {}, phone.clock.time)); });
    constexpr int operations = 500;
    const Spent log = spent([&] {
        for (int i = 0; i < operations; ++i) phone.mood(static_cast<std::uint32_t>(i % 11));
    });
    // Ten years of days.
    for (std::uint64_t year = 0; year < 6; ++year) {
        auto more = big_page(care_vault, start + static_cast<std::int64_t>(year) * 200 * ms_per_day,
                             10'000);
        for (auto& received : more) {
            received.envelope.author.bytes[0] = static_cast<Byte>(year);
            for (auto& delta : received.deltas)
                delta.entity.bytes[3] = static_cast<Byte>(delta.entity.bytes[3] ^ (year * 31 + 1));
        }
        must(phone.sync().apply_page(care_vault, more, 18, {}, phone.clock.time));
    }
    const Day day{static_cast<std::int32_t>((start.ms + 100 * ms_per_day) / ms_per_day)};
    std::size_t rows = 0;
    const Spent list = spent([&] {
        for (int i = 0; i < 100; ++i) {
            rows += must(phone.store().list(
                             {.record = care_vault, .day_from = day + i, .day_to = day + i}))
                        .size();
        }
    });
    const Spent rebuild = spent([&] { must(phone.store().rebuild_views()); });
    phone.close();
    const auto bytes = std::filesystem::file_size(folder.file("store.db"));
    print("applying 10,000 new entries", apply, 1);
    print("the same page again", again, 1);
    print("one operation", log, operations);
    print("a day's list", list, 100);
    print("rebuilding 70,500 views", rebuild, 1);
    std::printf("%zu rows a day; %.0f bytes an entry\n", rows / 100,
                static_cast<double>(bytes) / 70'500);
}
