#include "sync/trust/request_frame.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {

Hash32 payload_hash(ByteView payload) { return hash(tag::request_payload, {payload}); }

Bytes make_frame(const RootFingerprint& root, const DeviceId& device, std::uint64_t counter,
                 ByteView payload, const SigningSecret& secret) {
    const Signature signature = sign(
        tag::request, secret, {root, device.view(), big_endian(counter), payload_hash(payload)});
    Bytes bytes{1};
    append_fields(bytes, std::tie(device, counter, signature, payload));
    return bytes;
}

Result<RequestFrame> parse_frame(ByteView bytes) {
    if (bytes.size() < request_frame_extra_bytes || bytes[0] != 1) {
        return Error(ErrorCode::damaged, "A request does not have the form of one.");
    }
    RequestFrame frame;
    frame.payload =
        take_fields(bytes.subspan(1), std::tie(frame.device, frame.counter, frame.signature));
    return frame;
}

bool verify_frame(const RequestFrame& frame, const RootFingerprint& root,
                  const PublicKey& signing_key) {
    return verify(
        tag::request, signing_key,
        {root, frame.device.view(), big_endian(frame.counter), payload_hash(frame.payload)},
        frame.signature);
}

}  // namespace evenkeel::trust
