package gaitd.sim.mujoco;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.sim.engine.CollisionShape;
import gaitd.sim.engine.CollisionShape.Point;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import java.util.List;
import java.util.Locale;

/**
 * Writer of the robot and its ground in MuJoCo's modelling language.
 *
 * <p>Links, losses and shapes are those of {@link RobotModel} and {@link CollisionShape}. Bodies are named link0 to link12,
 * shapes shape0 and so on in their lists' order, window boxes box0 and so on. All friction is the robot's: a contact takes
 * the larger coefficient of its two sides and the ground has none. Motors are left out; torques are applied to the joints.
 */
public final class Mjcf {
    /** How far a height field reaches below its lowest point, m. */
    private static final double BASE_M = 1;

    private final StringBuilder out = new StringBuilder(8192);
    private final RobotModel model;

    private Mjcf(final RobotModel model) {
        this.model = model;
    }

    /**
     * Writes a scene.
     *
     * @param model the robot
     * @param terrain the ground; the heights of a grid are not in the text
     * @param timeStepS length of a step, s
     * @param settings how contacts are resolved
     * @param boxes boxes to hold ready for columns
     * @param hasMidphase whether the library has that collision phase, which is then switched off
     * @return the XML text
     */
    public static String scene(
            final RobotModel model,
            final Terrain terrain,
            final double timeStepS,
            final MujocoSettings settings,
            final int boxes,
            final boolean hasMidphase) {
        final Mjcf writer = new Mjcf(model);
        writer.options(timeStepS, settings);
        if (hasMidphase) {
            writer.line("<option><flag midphase=\"disable\"/></option>");
        }
        writer.ground(terrain, boxes);
        writer.robot();
        return writer.out.append("</worldbody>\n</mujoco>\n").toString();
    }

    private void options(final double timeStepS, final MujocoSettings s) {
        final String limits = s.contactTimeS() + " 1";
        final String impedance = s.impedance() + " " + s.impedance() + " 0.001";
        line("<mujoco model=\"a1\">");
        line("<compiler angle=\"radian\" inertiafromgeom=\"false\"/>");
        line("<size njmax=\"400\" nconmax=\"80\"/>");
        line("<option timestep=\"" + timeStepS + "\" gravity=\"0 0 -" + Gravity.M_S2
                + "\" integrator=\"Euler\" solver=\"" + s.solver().word() + "\" cone=\""
                + s.cone().word() + "\" jacobian=\"" + s.jacobian().word() + "\" iterations=\"" + s.iterations()
                + "\" tolerance=\"" + s.tolerance() + "\" impratio=\"" + s.impratio() + "\"/>");
        line("<default>");
        line("<geom condim=\"3\" solref=\"" + limits + "\" solimp=\"" + impedance + "\"/>");
        line("<joint solreflimit=\"" + limits + "\" solimplimit=\"" + impedance + "\" solreffriction=\"" + limits
                + "\" solimpfriction=\"" + impedance + "\"/>");
        line("</default>");
    }

    private void ground(final Terrain terrain, final int boxes) {
        final HeightGrid grid = terrain.grid();
        final String ground = " friction=\"0 0 0\" contype=\"1\" conaffinity=\"0\"/>";
        if (grid == null) {
            line("<worldbody>");
            line("<geom name=\"ground\" type=\"plane\" size=\"0 0 1\" pos=\"0 0 " + terrain.planeM() + "\"" + ground);
        } else {
            final double halfX = (grid.columns - 1) * grid.cellM / 2;
            final double halfY = (grid.rows - 1) * grid.cellM / 2;
            line("<asset><hfield name=\"grid\" nrow=\"" + grid.rows + "\" ncol=\"" + grid.columns + "\" size=\""
                    + numbers(halfX, halfY, HeightField.rangeM(grid), BASE_M) + "\"/></asset>");
            line("<worldbody>");
            line("<geom name=\"ground\" type=\"hfield\" hfield=\"grid\" pos=\""
                    + numbers(grid.originXM + halfX, grid.originYM + halfY, grid.lowestM) + "\"" + ground);
        }
        for (int box = 0; box < boxes; box++) {
            line("<geom name=\"box" + box + "\" type=\"box\" size=\"1 1 1\" pos=\"0 0 -1000\"" + ground);
        }
    }

    private void robot() {
        line("<body name=\"link0\" pos=\"0 0 0\">");
        line("<freejoint name=\"base\"/>");
        link(0);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            for (int joint = 0; joint < A1.JOINTS_PER_LEG; joint++) {
                joint(A1.JOINTS_PER_LEG * leg + joint);
            }
            line("</body></body></body>");
        }
        line("</body>");
    }

    private void joint(final int joint) {
        final int link = joint + 1;
        line("<body name=\"link" + link + "\" pos=\"" + numbers(model.offsetM, 3 * link, 3) + "\">");
        line(String.format(
                Locale.ROOT,
                "<joint name=\"joint%d\" axis=\"%s\" limited=\"true\" range=\"%s\" armature=\"%s\" damping=\"%s\""
                        + " frictionloss=\"%s\"/>",
                joint,
                joint % A1.JOINTS_PER_LEG == 0 ? "1 0 0" : "0 1 0",
                numbers(RobotModel.positionMinRad(joint), RobotModel.positionMaxRad(joint)),
                model.armatureKgM2[joint],
                model.jointDampingNmSRad[joint],
                model.dryFrictionNm[joint]));
        link(link);
    }

    private void link(final int link) {
        line("<inertial pos=\"" + numbers(model.comM, 3 * link, 3) + "\" mass=\"" + model.massKg[link]
                + "\" fullinertia=\"" + numbers(model.inertiaKgM2, 6 * link, 6) + "\"/>");
        final List<CollisionShape> shapes = CollisionShape.a1();
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).link() == link) {
                shape(i, shapes.get(i));
            }
        }
    }

    private void shape(final int index, final CollisionShape shape) {
        final Point a = shape.fromM();
        final Point b = shape.toM();
        final String where = a.equals(b)
                ? "type=\"sphere\" pos=\"" + numbers(a.x(), a.y(), a.z())
                : "type=\"capsule\" fromto=\"" + numbers(a.x(), a.y(), a.z(), b.x(), b.y(), b.z());
        line("<geom name=\"shape" + index + "\" " + where + "\" size=\"" + shape.radiusM() + "\" friction=\""
                + model.frictionCoefficient + " 0 0\" contype=\"0\" conaffinity=\"1\"/>");
    }

    private void line(final String text) {
        out.append(text).append('\n');
    }

    private static String numbers(final double... values) {
        return numbers(values, 0, values.length);
    }

    private static String numbers(final double[] values, final int from, final int count) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(values[from + i]);
        }
        return text.toString();
    }
}
