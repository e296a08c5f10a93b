#include "core/base/files.h"
#include "sync/trust/lock.h"
#include "sync/trust/log_object.h"
#include "tests/bench/machine.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

namespace evenkeel::bench {

namespace {

class Ids final : public IdDerivation {
public:
    [[nodiscard]] ByteArray<16> derive(ByteView name) const override {
        return trust::derive_entity_id(name);
    }
};

// The same steps as Profile::open and a first screen, without the lock.
double open_once(test::Outside& outside, const std::string& folder, const store::DatabaseKey& key) {
    const Ids ids;
    const StopWatch watch;
    const auto store = test::must(
        "open the store",
        store::Store::open(folder + "/store.db", key,
                           {.clock = outside.clock, .random = *outside.random, .ids = ids}));
    const auto identity = test::must("read the identity", client::load_identity(*store));
    const auto keyring = client::Keyring::load(*store, *identity);
    test::require(keyring.ok(), "The lists of members do not load.");
    return watch.ms();
}

}  // namespace

void measure_opening(Setting& setting, const Extent& extent, Samples& samples) {
    const std::string folder = setting.folder("tablet");
    setting.close_tablet();
    const Bytes lock =
        test::must("read the lock", read_whole_file(folder + "/lock", trust::lock_file_bytes));
    const StopWatch unlocking;
    const auto secret =
        test::must("unlock", trust::open_lock(lock, test::test_passphrase, nullptr));
    samples.add("Argon2id at the floor, ms", unlocking.ms());
    store::DatabaseKey key{};
    std::copy(secret.view().begin(), secret.view().end(), key.begin());
    std::vector<double> ms;
    for (std::size_t i = 0; i < extent.open_repeats; ++i) {
        ms.push_back(open_once(setting.outside(), folder, key));
    }
    samples.add("open profile without Argon2id, ms", percentile(ms, 0.5));
}

}  // namespace evenkeel::bench
