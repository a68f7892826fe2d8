#pragma once
// The reference tables that the generator draws from: the same files that the program embeds.
// A table is `ctab_NAME_size` bytes from `ctab_NAME` on; no NUL ends it.
#include <stddef.h>

#pragma clang assume_nonnull begin

extern const unsigned char *const ctab_facilities;
extern const size_t ctab_facilities_size;

extern const unsigned char *const ctab_states;
extern const size_t ctab_states_size;

extern const unsigned char *const ctab_aors;
extern const size_t ctab_aors_size;

extern const unsigned char *const ctab_msc_charges;
extern const size_t ctab_msc_charges_size;

#pragma clang assume_nonnull end
