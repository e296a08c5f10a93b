#include "app/cli/default_import_rules.h"

namespace evenkeel::cli {

const char* const default_import_rules =
#include "assets/import_rules.inc"
    ;

}  // namespace evenkeel::cli
