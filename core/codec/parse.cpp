#include "core/codec/parse.h"

#include <google/protobuf/message_lite.h>

// Newer versions of protobuf have no SetLogHandler, and log through a library of their own that
// their user can configure. Where theirs exists it is the better match and is called.
[[maybe_unused]] static int SetLogHandler(...) { return 0; }

namespace evenkeel::codec {

void silence_protobuf() {
    using namespace google::protobuf;  // NOLINT: so that theirs is looked up beside ours
    [[maybe_unused]] static const auto silenced = SetLogHandler(nullptr);
}

}  // namespace evenkeel::codec
