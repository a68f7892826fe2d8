#pragma once
// The reference tables: the CSV files of tables/, embedded in the binary as they are (UTF-8, one
// header line).
// A table is `cref_NAME_size` bytes from `cref_NAME` on. No NUL ends it; it lives as long as the
// process. Swift cannot import an array of unknown length, so each table is a constant pointer to one.
//
// Counties, names of counties, facilities, their counties, and cities are searched where they stand:
// their lines are in the order of the bytes of their key, which is unique, in the form in which it is
// looked for. A test holds them against that.
#include <stddef.h>

#pragma clang assume_nonnull begin

// States and territories: state_fips, state_code, name, ice_name, ap_abbr, kind, counties.
extern const unsigned char *const cref_states;
extern const size_t cref_states_size;

// Counties and their equivalents, by fips: state_fips, county_fips, fips, state_code, county, name,
// lsad, status, aor, pop_acs2018, note.
extern const unsigned char *const cref_counties;
extern const size_t cref_counties_size;

// Names of counties without accents and capitals, with and without “County”, by name and state:
// name, state_code, county_fips. Made from the counties by `UPDATE_GOLDEN=1 swift test --filter
// ReferenceTablesTests`.
extern const unsigned char *const cref_county_names;
extern const size_t cref_county_names_size;

// Areas of Responsibility: code, office, aor_name, coverage, counties.
extern const unsigned char *const cref_aors;
extern const size_t cref_aors_size;

// Facility, city and state to county, by these three in upper case: facility, city, ice_state,
// state_code, county_fips, county, aor, detloc, match, fy15_records.
extern const unsigned char *const cref_facilities;
extern const size_t cref_facilities_size;

// Counties of facilities by name and area, or by code alone: name, aor, counties. Made from the
// facilities by `UPDATE_GOLDEN=1 swift test --filter ReferenceTablesTests`.
extern const unsigned char *const cref_facility_counties;
extern const size_t cref_facility_counties_size;

// State and city to county, by these two: state_code, city_key, county_fips, county, n_counties,
// share, source.
extern const unsigned char *const cref_city_county;
extern const size_t cref_city_county_size;

// Most serious conviction charges: code, charge, weight, code_basis.
extern const unsigned char *const cref_msc_charges;
extern const size_t cref_msc_charges_size;

#pragma clang assume_nonnull end
