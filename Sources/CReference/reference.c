#include "CReference.h"

static const unsigned char states[] = {
#embed "tables/states.csv"
};
const unsigned char *const cref_states = states;
const size_t cref_states_size = sizeof states;

static const unsigned char counties[] = {
#embed "tables/counties.csv"
};
const unsigned char *const cref_counties = counties;
const size_t cref_counties_size = sizeof counties;

static const unsigned char county_names[] = {
#embed "tables/county_names.csv"
};
const unsigned char *const cref_county_names = county_names;
const size_t cref_county_names_size = sizeof county_names;

static const unsigned char aors[] = {
#embed "tables/aors.csv"
};
const unsigned char *const cref_aors = aors;
const size_t cref_aors_size = sizeof aors;

static const unsigned char facilities[] = {
#embed "tables/facilities.csv"
};
const unsigned char *const cref_facilities = facilities;
const size_t cref_facilities_size = sizeof facilities;

static const unsigned char facility_counties[] = {
#embed "tables/facility_counties.csv"
};
const unsigned char *const cref_facility_counties = facility_counties;
const size_t cref_facility_counties_size = sizeof facility_counties;

static const unsigned char city_county[] = {
#embed "tables/city_county.csv"
};
const unsigned char *const cref_city_county = city_county;
const size_t cref_city_county_size = sizeof city_county;

static const unsigned char msc_charges[] = {
#embed "tables/msc_charges.csv"
};
const unsigned char *const cref_msc_charges = msc_charges;
const size_t cref_msc_charges_size = sizeof msc_charges;
