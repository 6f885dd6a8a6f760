package gaitd.sim.mujoco;

import java.util.Locale;

/** Fields of MuJoCo's structures that are read or written here. */
enum Field {
    MODEL_NQ,
    MODEL_NV,
    MODEL_NBODY,
    MODEL_NGEOM,
    MODEL_TIMESTEP,
    MODEL_QPOS0,
    MODEL_BODY_POS,
    MODEL_BODY_IPOS,
    MODEL_BODY_IQUAT,
    MODEL_BODY_MASS,
    MODEL_BODY_INERTIA,
    MODEL_DOF_ARMATURE,
    MODEL_DOF_DAMPING,
    MODEL_DOF_FRICTIONLOSS,
    MODEL_GEOM_SIZE,
    MODEL_GEOM_RBOUND,
    MODEL_GEOM_POS,
    MODEL_GEOM_FRICTION,
    MODEL_HFIELD_DATA,
    DATA_NCON,
    DATA_TIME,
    DATA_QPOS,
    DATA_QVEL,
    DATA_QACC_WARMSTART,
    DATA_QFRC_APPLIED,
    DATA_QACC,
    DATA_CONTACT,
    CONTACT_DIST,
    CONTACT_FRAME,
    CONTACT_FRICTION,
    CONTACT_GEOM1,
    CONTACT_GEOM2,
    /** Bytes from one contact to the next. */
    CONTACT_STRIDE;

    /** Whether it holds the address of an array. */
    boolean isPointer() {
        return switch (this) {
            case MODEL_NQ, MODEL_NV, MODEL_NBODY, MODEL_NGEOM, MODEL_TIMESTEP, DATA_NCON, DATA_TIME -> false;
            default -> compareTo(CONTACT_DIST) < 0;
        };
    }

    /** Name in the table of layouts. */
    String key() {
        final String lower = name().toLowerCase(Locale.ROOT);
        final int cut = lower.indexOf('_');
        return lower.substring(0, cut) + '.' + lower.substring(cut + 1);
    }
}
