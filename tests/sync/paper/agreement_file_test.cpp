#include "sync/paper/agreement_file.h"

#include "proto/trust.pb.h"
#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::paper;
using namespace evenkeel::trust;

namespace {

// The file of a good agreement after `change` was made to its message.
bool accepted_after(const Practice& practice, void (*change)(proto::AgreementExport&)) {
    proto::AgreementExport message;
    const Bytes bytes = write_agreement_file(evidence_of(practice));
    REQUIRE(message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    change(message);
    return verify_agreement_file(as_bytes(message.SerializeAsString())).ok();
}

}  // namespace

TEST_CASE("L8: an agreement's file proves to anyone what was signed, and by whom") {
    Practice practice;
    const auto proof = verify_agreement_file(write_agreement_file(evidence_of(practice)));
    REQUIRE(proof.ok());
    CHECK(proof.value().both_signed);
    CHECK(proof.value().root == practice.staff().root());
    CHECK(proof.value().agreement.document == agreement_in(practice).document);
    REQUIRE(proof.value().signers.size() == 2);
    CHECK(proof.value().signers[0].user == practice.client_user);
}

TEST_CASE("an agreement's file with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    expect_only(write_agreement_file(evidence_of(practice)),
                [](const Bytes& bytes) { return verify_agreement_file(bytes).ok(); });
}

TEST_CASE("an agreement's file of another format, with odd lengths or without end is refused") {
    using File = proto::AgreementExport;
    Practice practice;
    CHECK(accepted_after(practice, [](File&) {}));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.set_format(2); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.mutable_vault()->pop_back(); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.clear_agreement(); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.mutable_previous()->push_back(0); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.clear_signatures(); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.mutable_signatures(0)->set_role(0); }));
    CHECK_FALSE(accepted_after(practice, [](File& f) { f.mutable_signatures(0)->set_role(257); }));
    CHECK(accepted_after(practice, [](File& f) {  // a signature twice proves nothing more or less
        while (f.signatures_size() < 32) *f.add_signatures() = f.signatures(0);
    }));
    CHECK_FALSE(accepted_after(practice, [](File& f) {
        while (f.signatures_size() < 33) *f.add_signatures() = f.signatures(0);
    }));
    CHECK_FALSE(verify_agreement_file(Bytes(17 * 1024 * 1024)).ok());
}

TEST_CASE("an agreement's file has one form, so that nothing can be hidden in it") {
    Practice practice;
    const Bytes good = write_agreement_file(evidence_of(practice));
    Bytes with_unknown_field = good;
    append(with_unknown_field, Bytes{0x78, 0x01});  // field 15
    CHECK_FALSE(verify_agreement_file(with_unknown_field).ok());
    Bytes twice{0x08, 0x01};  // format, said before and again
    append(twice, good);
    CHECK_FALSE(verify_agreement_file(twice).ok());
}
