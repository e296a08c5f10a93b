#include "sync/trust/request_frame.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

TEST_CASE("a request verifies for its device, counter, practice and payload, and no other") {
    Practice practice(1), other(2);
    const RootFingerprint root = practice.staff().root();
    const Bytes bytes =
        make_frame(root, practice.phone.id, 7, as_bytes("payload"), practice.phone.signing.secret);
    CHECK(bytes.size() == request_frame_extra_bytes + 7);
    const auto frame = parse_frame(bytes).value();
    CHECK(frame.device == practice.phone.id);
    CHECK(frame.counter == 7);
    CHECK(as_text(frame.payload) == "payload");
    CHECK_FALSE(verify_frame(frame, other.staff().root(), practice.phone.signing.public_key));
    CHECK_FALSE(verify_frame(frame, root, practice.clinician.signing.public_key));
    expect_only(bytes, [&](const Bytes& changed) {
        const auto parsed = parse_frame(changed);
        return parsed.ok() && verify_frame(parsed.value(), root, practice.phone.signing.public_key);
    });
}

TEST_CASE("an empty payload and the last counter there is are fine") {
    Practice practice;
    const RootFingerprint root = practice.staff().root();
    const Bytes bytes =
        make_frame(root, practice.phone.id, ~std::uint64_t{0}, {}, practice.phone.signing.secret);
    const auto frame = parse_frame(bytes).value();
    CHECK(frame.counter == ~std::uint64_t{0});
    CHECK(verify_frame(frame, root, practice.phone.signing.public_key));
    CHECK(payload_hash(frame.payload) != payload_hash(as_bytes("x")));
}
