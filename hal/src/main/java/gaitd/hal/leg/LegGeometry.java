package gaitd.hal.leg;

/**
 * Lengths of a leg, m.
 *
 * @param hipXM hip joint ahead of or behind the trunk origin
 * @param hipYM hip joint beside the trunk origin
 * @param abductionM hip axis to the leg's plane
 * @param thighM thigh
 * @param calfM calf, to the centre of the foot
 * @param footRadiusM radius of the foot
 */
public record LegGeometry(
        double hipXM, double hipYM, double abductionM, double thighM, double calfM, double footRadiusM) {
    /** The A1 by its vendor's model file. */
    public static final LegGeometry A1 = new LegGeometry(
            gaitd.hal.A1.HIP_X_M,
            gaitd.hal.A1.HIP_Y_M,
            gaitd.hal.A1.ABDUCTION_M,
            gaitd.hal.A1.THIGH_M,
            gaitd.hal.A1.CALF_M,
            gaitd.hal.A1.FOOT_RADIUS_M);
    /** The Go1 by its vendor's model file. */
    public static final LegGeometry GO1 = new LegGeometry(0.1881, 0.04675, 0.08, 0.213, 0.213, 0.02);
}
