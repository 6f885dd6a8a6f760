package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import java.lang.foreign.MemorySegment;

/**
 * Writes another robot model into a compiled scene, without compiling again.
 *
 * <p>Called between episodes. Allocates nothing after construction.
 */
final class RobotWriter {
    private final MemorySegment position;
    private final MemorySegment mass;
    private final MemorySegment com;
    private final MemorySegment axes;
    private final MemorySegment inertia;
    private final MemorySegment armature;
    private final MemorySegment dryFriction;
    private final MemorySegment grip;
    private final int[] body = new int[RobotModel.LINKS];
    private final int[] geoms;
    private final PrincipalAxes principal = new PrincipalAxes();

    /**
     * The writer of a scene.
     *
     * @param scene compiled from {@link Mjcf}
     * @param geoms geoms of the robot
     */
    RobotWriter(final NativeModel scene, final int[] geoms) {
        this.geoms = geoms;
        final int bodies = scene.size(Field.MODEL_NBODY);
        final int dofs = scene.size(Field.MODEL_NV);
        position = scene.array(Field.MODEL_BODY_POS, 3L * bodies);
        mass = scene.array(Field.MODEL_BODY_MASS, bodies);
        com = scene.array(Field.MODEL_BODY_IPOS, 3L * bodies);
        axes = scene.array(Field.MODEL_BODY_IQUAT, 4L * bodies);
        inertia = scene.array(Field.MODEL_BODY_INERTIA, 3L * bodies);
        armature = scene.array(Field.MODEL_DOF_ARMATURE, dofs);
        dryFriction = scene.array(Field.MODEL_DOF_FRICTIONLOSS, dofs);
        grip = scene.array(Field.MODEL_GEOM_FRICTION, 3L * scene.size(Field.MODEL_NGEOM));
        for (int link = 0; link < RobotModel.LINKS; link++) {
            body[link] = scene.id(NativeModel.BODY, "link" + link);
        }
    }

    /**
     * Writes a robot; MuJoCo's derived constants must be computed afterwards.
     *
     * @param model read only
     */
    void write(final RobotModel model) {
        for (int link = 0; link < RobotModel.LINKS; link++) {
            final int b = body[link];
            principal.of(model.inertiaKgM2, 6 * link);
            mass.setAtIndex(JAVA_DOUBLE, b, model.massKg[link]);
            put(model.comM, 3 * link, com, 3 * b, 3);
            put(principal.quaternion, 0, axes, 4 * b, 4);
            put(principal.moment, 0, inertia, 3 * b, 3);
            if (link > 0) {
                put(model.offsetM, 3 * link, position, 3 * b, 3);
            }
        }
        put(model.armatureKgM2, 0, armature, 6, A1.JOINTS);
        put(model.dryFrictionNm, 0, dryFriction, 6, A1.JOINTS);
        for (final int geom : geoms) {
            grip.setAtIndex(JAVA_DOUBLE, 3L * geom, model.frictionCoefficient);
        }
    }

    private static void put(
            final double[] from, final int start, final MemorySegment to, final int at, final int count) {
        MemorySegment.copy(from, start, to, JAVA_DOUBLE, at * JAVA_DOUBLE.byteSize(), count);
    }
}
