// Every request to the server is signed by the calling device; there are no sessions or passwords.
//
//   off  len
//     0    1  version 1
//     1   16  device
//    17    8  counter, big-endian: rises with every request and is never reused for other bytes
//    25   64  Ed25519("EVEN-REQ" ‖ root fingerprint ‖ device ‖ counter ‖ BLAKE2b("EVEN-PAY" ‖
//    payload)) 89    …  payload
//
// The root fingerprint is signed, not sent: a frame for one practice is worth nothing at another.
#pragma once

#include "sync/trust/roster_frame.h"

namespace evenkeel::trust {

constexpr std::size_t request_frame_extra_bytes = 89;

struct RequestFrame {
    DeviceId device;
    std::uint64_t counter = 0;
    Signature signature{};
    ByteView payload;  // valid as long as the parsed bytes
};

Bytes make_frame(const RootFingerprint& root, const DeviceId& device, std::uint64_t counter,
                 ByteView payload, const SigningSecret& secret);
// Structure only. Do not look into the payload before verify_frame.
Result<RequestFrame> parse_frame(ByteView bytes);
[[nodiscard]] bool verify_frame(const RequestFrame& frame, const RootFingerprint& root,
                                const PublicKey& signing_key);
// What the server keeps beside the last counter, to tell a retry from a clone.
Hash32 payload_hash(ByteView payload);

}  // namespace evenkeel::trust
