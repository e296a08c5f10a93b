#include "sync/trust/message.h"

#include "core/base/assert.h"
#include "proto/trust.pb.h"

#include <google/protobuf/io/coded_stream.h>

namespace evenkeel::trust {

bool parse_message(ByteView bytes, google::protobuf::MessageLite& message) {
    google::protobuf::io::CodedInputStream stream(bytes.data(), static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(16);
    return message.ParseFromCodedStream(&stream) && stream.ConsumedEntireMessage();
}

Bytes serialise_message(const google::protobuf::MessageLite& message) {
    Bytes bytes(message.ByteSizeLong());
    ASSERT(message.SerializeToArray(bytes.data(), static_cast<int>(bytes.size())));
    return bytes;
}

bool read_device(const proto::Device& message, DevicePublic& device) {
    return read_id(message.id(), device.id) &&
           read_array(message.signing_key(), device.signing_key) &&
           read_array(message.box_key(), device.box_key);
}

void write_device(const DevicePublic& device, proto::Device& message) {
    message.set_id(device.id.string());
    message.set_signing_key(to_string(device.signing_key));
    message.set_box_key(to_string(device.box_key));
}

std::vector<Bytes> read_chain(const ChainField& field) {
    std::vector<Bytes> chain;
    for (const std::string& bytes : field) chain.push_back(to_bytes(as_bytes(bytes)));
    return chain;
}

void write_chain(std::span<const Bytes> chain, ChainField& field) {
    for (const Bytes& bytes : chain) field.Add(to_string(bytes));
}

}  // namespace evenkeel::trust
