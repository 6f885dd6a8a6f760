package gaitd.policies.bundle;

import java.util.List;

/**
 * The robot and control loop that a bundle is checked against.
 *
 * @param joints names of the joints in the order of its commands
 * @param tickHz rate of its control loop, Hz; 0 accepts any
 * @param minRad lower limits of the joints, rad
 * @param maxRad upper limits, rad
 * @param kpMax greatest stiffness it takes, N m/rad
 * @param kdMax greatest damping it takes, N m s/rad
 */
public record TargetRobot(
        List<String> joints, double tickHz, List<Double> minRad, List<Double> maxRad, double kpMax, double kdMax) {
    /** Copies the lists. */
    public TargetRobot {
        joints = List.copyOf(joints);
        minRad = List.copyOf(minRad);
        maxRad = List.copyOf(maxRad);
    }

    /** Names where a manifest and this robot disagree. */
    void check(final Manifest manifest, final Findings findings) {
        final String label = BundlePart.MANIFEST.fileName + " ";
        final int[] places = JointNames.places(manifest.joints(), joints);
        if (places == null) {
            findings.add(
                    label + "joints",
                    "%s; the robot has %s: name each of them once, in the order of the policy's lists"
                            .formatted(String.join(" ", manifest.joints()), String.join(" ", joints)));
        }
        if (tickHz > 0 && manifest.tickHz() != tickHz) {
            findings.add(
                    label + "[rates] tick_hz", "%s, the control loop runs at %s".formatted(manifest.tickHz(), tickHz));
        }
        final double[] pose = manifest.posture().poseRad();
        final double[] kp = manifest.posture().kp();
        final double[] kd = manifest.posture().kd();
        for (int i = 0; places != null && i < places.length; i++) {
            final int joint = places[i];
            limit(
                    findings,
                    label + "[posture] pose_rad",
                    joints.get(joint),
                    pose[i],
                    minRad.get(joint),
                    maxRad.get(joint));
            limit(findings, label + "[posture] kp_nm_rad", joints.get(joint), kp[i], 0, kpMax);
            limit(findings, label + "[posture] kd_nms_rad", joints.get(joint), kd[i], 0, kdMax);
        }
    }

    private static void limit(
            final Findings findings,
            final String where,
            final String joint,
            final double value,
            final double min,
            final double max) {
        if (!(value >= min && value <= max)) {
            findings.add(where, "%s: %s, the robot takes %s to %s".formatted(joint, value, min, max));
        }
    }
}
