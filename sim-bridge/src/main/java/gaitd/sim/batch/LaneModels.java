package gaitd.sim.batch;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;

/**
 * Models of all robots of a batch, lane by lane. Written between steps, read by every worker.
 */
final class LaneModels {
    final double[] massKg;
    final double[] comM;
    final double[] inertiaKgM2;
    final double[] offsetM;
    final double[] armatureKgM2;
    final double[] dampingNmSRad;
    final double[] dryNm;
    final double[] friction;
    /** First moment 3 and inertia 6 of the trunk about the trunk origin, kg m and kg m^2. */
    final double[] trunk;

    private final BatchLayout layout;

    LaneModels(final BatchLayout layout) {
        this.layout = layout;
        this.massKg = layout.room(RobotModel.LINKS);
        this.comM = layout.room(3 * RobotModel.LINKS);
        this.inertiaKgM2 = layout.room(6 * RobotModel.LINKS);
        this.offsetM = layout.room(3 * RobotModel.LINKS);
        this.armatureKgM2 = layout.room(A1.JOINTS);
        this.dampingNmSRad = layout.room(A1.JOINTS);
        this.dryNm = layout.room(A1.JOINTS);
        this.friction = layout.room(1);
        this.trunk = layout.room(9);
    }

    void set(final int robot, final RobotModel model) {
        layout.put(robot, model.massKg, massKg);
        layout.put(robot, model.comM, comM);
        layout.put(robot, model.inertiaKgM2, inertiaKgM2);
        layout.put(robot, model.offsetM, offsetM);
        layout.put(robot, model.armatureKgM2, armatureKgM2);
        layout.put(robot, model.jointDampingNmSRad, dampingNmSRad);
        layout.put(robot, model.dryFrictionNm, dryNm);
        friction[layout.index(robot, 1, 0)] = model.frictionCoefficient;
        final double m = model.massKg[0];
        final double x = model.comM[0];
        final double y = model.comM[1];
        final double z = model.comM[2];
        final double[] i = model.inertiaKgM2;
        putTrunk(robot, 0, m * x);
        putTrunk(robot, 1, m * y);
        putTrunk(robot, 2, m * z);
        putTrunk(robot, 3, i[0] + m * (y * y + z * z));
        putTrunk(robot, 4, i[1] + m * (x * x + z * z));
        putTrunk(robot, 5, i[2] + m * (x * x + y * y));
        putTrunk(robot, 6, i[3] - m * x * y);
        putTrunk(robot, 7, i[4] - m * x * z);
        putTrunk(robot, 8, i[5] - m * y * z);
    }

    private void putTrunk(final int robot, final int item, final double value) {
        trunk[layout.index(robot, 9, item)] = value;
    }
}
