package gaitd.sim.planar;

/** How a link moves against its parent. */
public enum PlanarJoint {
    /** Along the world's x. */
    SLIDE_X,
    /** Along the world's z, upward. */
    SLIDE_Z,
    /** About +y. */
    HINGE,
    /** About -y. */
    HINGE_REVERSED;

    /** Sense of rotation: 1, -1, or 0 for a slide. */
    double turn() {
        return switch (this) {
            case HINGE -> 1;
            case HINGE_REVERSED -> -1;
            default -> 0;
        };
    }
}
