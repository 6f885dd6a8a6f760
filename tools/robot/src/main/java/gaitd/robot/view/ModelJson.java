package gaitd.robot.view;

import gaitd.hal.A1;
import java.util.stream.IntStream;

/** The robot model for the page: the A1's constants, as JSON. */
final class ModelJson {
    private static final String[] LEGS = {"FR", "FL", "RR", "RL"};

    private ModelJson() {}

    /**
     * A leg's place.
     *
     * @param name of two letters
     * @param front 1 in front, -1 at the rear
     * @param side 1 at the left, -1 at the right
     */
    private record Leg(String name, int front, int side) {
        static Leg of(final int leg) {
            return new Leg(LEGS[leg], A1.frontSign(leg), A1.sideSign(leg));
        }
    }

    /**
     * The model.
     *
     * @return JSON in UTF-8; lengths in m, angles in rad
     */
    static byte[] text() {
        return new Json()
                .put("robot", "Unitree A1")
                .number("hipXM", A1.HIP_X_M)
                .number("hipYM", A1.HIP_Y_M)
                .number("abductionM", A1.ABDUCTION_M)
                .number("thighM", A1.THIGH_M)
                .number("calfM", A1.CALF_M)
                .number("footRadiusM", A1.FOOT_RADIUS_M)
                .put("legs", IntStream.range(0, A1.LEGS).mapToObj(Leg::of).toList())
                .numbers("minRad", A1.JOINTS, A1::positionMinRad)
                .numbers("maxRad", A1.JOINTS, A1::positionMaxRad)
                .put("percentileWindowS", SlidingPercentiles.WINDOW_S)
                .utf8();
    }
}
