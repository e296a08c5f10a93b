#include "sync/wire/wipe_receipt.h"

namespace evenkeel::wire {

namespace {

// From 1970 to 9999: nothing that is computed from it can overflow.
constexpr std::int64_t when_ms_end = 253'402'300'800'000;
constexpr std::size_t signed_bytes = wipe_receipt_bytes - sizeof(trust::Signature);

}  // namespace

Bytes sign_wipe_receipt(const WipeReceipt& receipt, const trust::SigningSecret& secret) {
    Bytes bytes{'W', 1};
    append(bytes, receipt.root);
    append(bytes, receipt.device.view());
    append_big_endian(bytes, static_cast<std::uint64_t>(receipt.when.ms));
    append(bytes, trust::sign(trust::tag::wiped, secret, {bytes}));
    return bytes;
}

Result<WipeReceipt> parse_wipe_receipt(ByteView bytes) {
    const Error damaged(ErrorCode::damaged, "This is no word of a device that it erased itself.");
    if (bytes.size() != wipe_receipt_bytes || bytes[0] != 'W' || bytes[1] != 1) return damaged;
    WipeReceipt receipt;
    std::ranges::copy(bytes.subspan(2, receipt.root.size()), receipt.root.begin());
    receipt.device = DeviceId::from(bytes.subspan(18, 16)).value_or(DeviceId{});
    receipt.when = {static_cast<std::int64_t>(read_big_endian<std::uint64_t>(bytes.subspan(34)))};
    if (receipt.device.is_none() || receipt.when.ms < 0 || receipt.when.ms >= when_ms_end) {
        return damaged;
    }
    return receipt;
}

bool verify_wipe_receipt(ByteView bytes, const trust::PublicKey& device_key) {
    return bytes.size() == wipe_receipt_bytes &&
           trust::verify(trust::tag::wiped, device_key, {bytes.first(signed_bytes)},
                         bytes.subspan(signed_bytes));
}

}  // namespace evenkeel::wire
