package gaitd.bench.identify;

import gaitd.hal.A1;
import gaitd.runtime.config.RangeSetting;
import gaitd.sim.identify.Estimate;
import gaitd.sim.identify.Identified;
import gaitd.sim.vary.Variation;

/** Errors of findings about one case over its seeds, the worst of each kind, and how many intervals hold. */
final class IdentifyScore {
    /** Greatest error of the payload, kg. */
    double payloadKg;
    /** Greatest error of its place, where there is one, m. */
    double placeM;
    /** Greatest relative error of a motor's strength. */
    double strength;
    /** Greatest error of a dry friction, N m. */
    double dryNm;
    /** Greatest error of a damping, N m s/rad. */
    double damping;
    /** Greatest error of a zero, rad. */
    double zeroRad;
    /** Sum of the payloads found, kg. */
    double payloadSumKg;
    /** Intervals looked at. */
    int intervals;
    /** Those that hold what was set. */
    int held;
    /** Walks. */
    int walks;
    /** Shortest walking time that was used, s. */
    double leastS = Double.POSITIVE_INFINITY;

    void add(final Identified found, final Variation set) {
        final double kg = set.get(RangeSetting.PAYLOAD_KG);
        final Estimate payload = found.get("payload");
        payloadSumKg += payload.value();
        payloadKg = Math.max(payloadKg, error(payload, kg));
        if (kg > 0) {
            placeM = Math.max(placeM, error(found.get("payload_x"), set.get(RangeSetting.PAYLOAD_X_M)));
            placeM = Math.max(placeM, error(found.get("payload_y"), set.get(RangeSetting.PAYLOAD_Y_M)));
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final String joint = "." + A1.jointName(j);
            final double given = set.get(RangeSetting.MOTOR_STRENGTH, j);
            strength = Math.max(strength, error(found.get("strength" + joint), given) / given);
            dryNm = Math.max(
                    dryNm, error(found.get("dry_friction" + joint), set.get(RangeSetting.JOINT_FRICTION_NM, j)));
            damping = Math.max(
                    damping, error(found.get("damping" + joint), set.get(RangeSetting.JOINT_DAMPING_NMS_RAD, j)));
            zeroRad = Math.max(zeroRad, error(found.get("zero" + joint), set.get(RangeSetting.JOINT_OFFSET_RAD, j)));
        }
        error(found.get("delay"), set.get(RangeSetting.LATENCY_MS) * 1e-3);
        leastS = Math.min(leastS, found.seconds());
        walks++;
    }

    private double error(final Estimate found, final double set) {
        intervals++;
        held += found.holds(set) ? 1 : 0;
        return Math.abs(found.value() - set);
    }

    /** Share of intervals that hold what was set. */
    double share() {
        return held / (double) intervals;
    }
}
