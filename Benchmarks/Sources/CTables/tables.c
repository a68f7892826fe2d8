#include "CTables.h"

static const unsigned char facilities[] = {
#embed "../../../Sources/CReference/tables/facilities.csv"
};
const unsigned char *const ctab_facilities = facilities;
const size_t ctab_facilities_size = sizeof facilities;

static const unsigned char states[] = {
#embed "../../../Sources/CReference/tables/states.csv"
};
const unsigned char *const ctab_states = states;
const size_t ctab_states_size = sizeof states;

static const unsigned char aors[] = {
#embed "../../../Sources/CReference/tables/aors.csv"
};
const unsigned char *const ctab_aors = aors;
const size_t ctab_aors_size = sizeof aors;

static const unsigned char msc_charges[] = {
#embed "../../../Sources/CReference/tables/msc_charges.csv"
};
const unsigned char *const ctab_msc_charges = msc_charges;
const size_t ctab_msc_charges_size = sizeof msc_charges;
