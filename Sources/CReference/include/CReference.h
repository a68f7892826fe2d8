#pragma once
// The reference tables: the CSV files of tables/, embedded in the binary as they are (UTF-8, one
// header line).
// A table is `cref_NAME_size` bytes from `cref_NAME` on. No NUL ends it; it lives as long as the
// process. Swift cannot import an array of unknown length, so each table is a constant pointer to one.
#include <stddef.h>

#pragma clang assume_nonnull begin

// States and territories: state_fips, state_code, name, ice_name, ap_abbr, kind, counties.
extern const unsigned char *const cref_states;
extern const size_t cref_states_size;

// Counties and their equivalents: state_fips, county_fips, fips, state_code, county, name, lsad,
// status, aor, pop_acs2018, note.
extern const unsigned char *const cref_counties;
extern const size_t cref_counties_size;

// Areas of Responsibility: code, office, aor_name, coverage, counties.
extern const unsigned char *const cref_aors;
extern const size_t cref_aors_size;

// Facility, city and state to county: facility, city, ice_state, state_code, county_fips, county, aor,
// detloc, match, fy15_records.
extern const unsigned char *const cref_facilities;
extern const size_t cref_facilities_size;

// City and state to county: state_code, city_key, county_fips, county, n_counties, share, source.
extern const unsigned char *const cref_city_county;
extern const size_t cref_city_county_size;

// Most serious conviction charges: code, charge, weight, code_basis.
extern const unsigned char *const cref_msc_charges;
extern const size_t cref_msc_charges_size;

#pragma clang assume_nonnull end
