// Keys live in memory that is locked where the system allows it, and is given back empty.
#include "tests/sync/trust/support.h"

#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

constexpr int nobody = 65534;

// Kilobytes this process keeps out of the swap space.
long locked_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmLck:")) return std::stol(line.substr(6));
    }
    return -1;
}

}  // namespace

TEST_CASE("a key is locked in memory while it lives, and no longer") {
    const long before = locked_kib();
    REQUIRE(before >= 0);
    SeededRandom random(1);
    {
        const EpochKey key = EpochKey::random(random);
        const EpochKey copy = key;
        // These sanitizers make locking do nothing, so that there is nothing to see.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        CHECK(locked_kib() > before);
#endif
        CHECK(std::ranges::equal(copy.view(), key.view()));
    }
    CHECK(locked_kib() == before);
}

TEST_CASE("a key that was moved is in one place only, and a copy of what is left holds nothing") {
    SeededRandom random(1);
    EpochKey key = EpochKey::random(random);
    const Byte* const place = key.view().data();
    const EpochKey moved = std::move(key);
    CHECK(moved.view().data() == place);
    CHECK(equal_constant_time(EpochKey(key).view(), ByteArray<32>{}));  // NOLINT: on purpose
}

TEST_CASE("where nothing may be locked, keys work all the same") {
    const pid_t child = fork();
    if (child == 0) {
        const rlimit none{0, 0};
        setrlimit(RLIMIT_MEMLOCK, &none);
        if (getuid() == 0 && setuid(nobody) != 0) _exit(2);
        SeededRandom random(1);
        const SigningKeys keys = generate_signing_keys(random);
        const Bytes message = to_bytes(as_bytes("kept"));
        const Signature signature = sign(tag::request, keys.secret, {message});
        const bool works = verify(tag::request, keys.public_key, {message}, signature);
        _exit(works && locked_kib() == 0 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}
