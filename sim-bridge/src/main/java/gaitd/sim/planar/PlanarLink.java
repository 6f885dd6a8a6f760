package gaitd.sim.planar;

import java.util.ArrayList;
import java.util.List;

/**
 * A link and the joint that bears it.
 *
 * @param name of the joint, lower case
 * @param parent index of the parent link, less than its own; -1 for the world
 * @param joint how it moves
 * @param xM where the joint is in the parent's frame, m
 * @param zM the same, m
 * @param drive what acts on the joint
 * @param capsules its body in its own frame, whose origin is at the joint; none for a link without mass
 */
public record PlanarLink(
        String name,
        int parent,
        PlanarJoint joint,
        double xM,
        double zM,
        JointDrive drive,
        List<PlanarCapsule> capsules) {
    /**
     * Keeps a copy of the capsules.
     */
    public PlanarLink {
        capsules = List.copyOf(capsules);
    }

    /**
     * A chain whose first body moves freely in the plane: links 0 to 2, "x", "z" and "pitch", of which the last is the body.
     *
     * @param zM height of its origin where its position is 0, m
     * @param trunk the body
     * @param limbs all other links
     * @return all links
     */
    static List<PlanarLink> freeTrunk(final double zM, final List<PlanarCapsule> trunk, final PlanarLink... limbs) {
        final List<PlanarLink> links = new ArrayList<>();
        links.add(new PlanarLink("x", -1, PlanarJoint.SLIDE_X, 0, 0, JointDrive.FREE, List.of()));
        links.add(new PlanarLink("z", 0, PlanarJoint.SLIDE_Z, 0, zM, JointDrive.FREE, List.of()));
        links.add(new PlanarLink("pitch", 1, PlanarJoint.HINGE, 0, 0, JointDrive.FREE, trunk));
        links.addAll(List.of(limbs));
        return links;
    }

    /**
     * What acts on a joint, in N m (or N) and rad (or m).
     *
     * @param stiffness of the spring whose rest is 0
     * @param damping viscous
     * @param armature inertia of the rotor as felt at the joint
     * @param min lower stop, -infinity for none
     * @param max upper stop, infinity for none
     * @param gear torque or force at an action of 1
     */
    public record JointDrive(double stiffness, double damping, double armature, double min, double max, double gear) {
        /** Nothing acts on it. */
        public static final JointDrive FREE =
                new JointDrive(0, 0, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }
}
