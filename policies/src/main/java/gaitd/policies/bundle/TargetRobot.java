package gaitd.policies.bundle;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
        if (places != null) {
            final Posture posture = manifest.posture();
            final String table = label + "[posture] ";
            final List<Double> none = Collections.nCopies(joints.size(), 0.0);
            limit(findings, table + "kp_nm_rad", places, posture.kp(), none, Collections.nCopies(joints.size(), kpMax));
            limit(
                    findings,
                    table + "kd_nms_rad",
                    places,
                    posture.kd(),
                    none,
                    Collections.nCopies(joints.size(), kdMax));
            limit(findings, table + "pose_rad", places, posture.poseRad(), minRad, maxRad);
        }
    }

    /** One finding for all joints: the first beyond its limits, how many more, and the order that the values would fit. */
    private void limit(
            final Findings findings,
            final String where,
            final int[] places,
            final double[] values,
            final List<Double> min,
            final List<Double> max) {
        final int[] beyond = IntStream.range(0, places.length)
                .filter(i -> !isWithin(values[i], places[i], min, max))
                .toArray();
        if (beyond.length > 0) {
            final int first = places[beyond[0]];
            findings.add(
                    where,
                    "%s: %s, the robot takes %s to %s"
                                    .formatted(joints.get(first), values[beyond[0]], min.get(first), max.get(first))
                            + (beyond.length > 1
                                    ? "; %d joints are beyond their limits%s"
                                            .formatted(beyond.length, order(places, values, min, max))
                                    : ""));
        }
    }

    /** Both orders, when the values fit the one that a list is often mistaken for. */
    private String order(final int[] places, final double[] values, final List<Double> min, final List<Double> max) {
        final List<String> listed = IntStream.of(places).mapToObj(joints::get).toList();
        final List<String> other = JointNames.turned(listed);
        final boolean fits = IntStream.range(0, values.length)
                .allMatch(i -> isWithin(values[i], joints.indexOf(other.get(i)), min, max));
        return fits
                ? "; joints are listed as %s, the values fit the order %s"
                        .formatted(String.join(" ", listed), String.join(" ", other))
                : "";
    }

    private static boolean isWithin(
            final double value, final int place, final List<Double> min, final List<Double> max) {
        return value >= min.get(place) && value <= max.get(place);
    }
}
