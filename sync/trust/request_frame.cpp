#include "sync/trust/request_frame.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {

Hash32 payload_hash(ByteView payload) { return hash(tag::request_payload, {payload}); }

Bytes make_frame(const RootFingerprint& root, const DeviceId& device, std::uint64_t counter,
                 ByteView payload, const SigningSecret& secret) {
    Bytes bytes{1};
    append(bytes, device.view());
    append_big_endian(bytes, counter);
    append(bytes, sign(tag::request, secret,
                       {root, device.view(), big_endian(counter), payload_hash(payload)}));
    append(bytes, payload);
    return bytes;
}

Result<RequestFrame> parse_frame(ByteView bytes) {
    if (bytes.size() < request_frame_extra_bytes || bytes[0] != 1) {
        return Error(ErrorCode::damaged, "A request does not have the form of one.");
    }
    LayoutReader reader(bytes.subspan(1));
    RequestFrame frame;
    reader.array(frame.device.bytes);
    frame.counter = reader.number<std::uint64_t>();
    reader.array(frame.signature);
    frame.payload = bytes.subspan(request_frame_extra_bytes);
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
