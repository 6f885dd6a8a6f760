package gaitd.sim.planar;

import java.util.Locale;

/** The chains of the tasks, and what MuJoCo is to be told of them. */
public record PlanarChains(PlanarModel model, double heightM, boolean grounded) {
    /** A chain by its task. */
    public static PlanarChains of(final String task, final boolean grounded) {
        return switch (task) {
            case "half-cheetah" -> new PlanarChains(HalfCheetah.model(), 0, grounded);
            case "hopper" -> new PlanarChains(Hopper.model(), 1.25, grounded);
            default -> new PlanarChains(DoublePendulum.model(), 0, grounded);
        };
    }

    /** Joints. */
    public int size() {
        return model.size();
    }

    /** Torque at an action of 1. */
    public double gear(final int joint) {
        return model.links.get(joint).drive().gear();
    }

    /** The rest, lifted, with bent hinges where it flies, and at no speed. */
    public double[] rest(final double liftM) {
        final double[] state = new double[2 * size()];
        for (int i = 0; i < size(); i++) {
            final PlanarJoint joint = model.links.get(i).joint();
            if (joint == PlanarJoint.SLIDE_Z) {
                state[i] = heightM + liftM;
            } else if (joint.turn() != 0 && liftM > 0) {
                state[i] = joint == PlanarJoint.HINGE ? 0.1 : -0.3;
            }
        }
        return state;
    }

    /** The scene, without springs' rest or joints' reference other than 0. */
    public String mjcf(final double stepS) {
        final StringBuilder xml = new StringBuilder();
        xml.append("<mujoco><compiler angle=\"radian\"/>")
                .append(String.format(
                        Locale.ROOT,
                        "<option timestep=\"%s\" gravity=\"0 0 -9.81\" cone=\"elliptic\" tolerance=\"1e-14\""
                                + " iterations=\"200\"/><worldbody>",
                        stepS));
        if (grounded) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<geom type=\"plane\" size=\"40 40 1\" contype=\"1\" conaffinity=\"1\" friction=\"0 0 0\" %s/>",
                    soft("", model.ground)));
        }
        body(xml, -1);
        return xml.append("</worldbody></mujoco>").toString();
    }

    private static String soft(final String of, final Softness softness) {
        return String.format(
                Locale.ROOT,
                "solref%s=\"%s 1\" solimp%s=\"%s %s %s\" margin=\"%s\"",
                of,
                softness.timeS(),
                of,
                softness.least(),
                softness.most(),
                softness.width(),
                softness.margin());
    }

    private void body(final StringBuilder xml, final int parent) {
        for (int i = 0; i < size(); i++) {
            if (model.links.get(i).parent() == parent) {
                link(xml, i);
            }
        }
    }

    private void link(final StringBuilder xml, final int i) {
        final PlanarLink link = model.links.get(i);
        xml.append(String.format(Locale.ROOT, "<body pos=\"%s 0 %s\">", link.xM(), link.zM()));
        joint(xml, link);
        if (model.massKg[i] == 0) {
            xml.append("<inertial pos=\"0 0 0\" mass=\"1e-12\" diaginertia=\"1e-12 1e-12 1e-12\"/>");
        } else {
            xml.append(String.format(
                    Locale.ROOT,
                    "<inertial pos=\"%1$s 0 %2$s\" mass=\"%3$s\" diaginertia=\"%4$s %4$s %4$s\"/>",
                    model.comX[i],
                    model.comZ[i],
                    model.massKg[i],
                    model.inertia[i]));
        }
        if (grounded) {
            for (final PlanarCapsule c : link.capsules()) {
                xml.append(String.format(
                        Locale.ROOT,
                        "<geom type=\"capsule\" fromto=\"%s 0 %s %s 0 %s\" size=\"%s\" contype=\"1\" conaffinity=\"0\""
                                + " friction=\"%s 0 0\" %s/>",
                        c.x1M(),
                        c.z1M(),
                        c.x2M(),
                        c.z2M(),
                        c.radiusM(),
                        c.friction(),
                        soft("", model.ground)));
            }
        }
        body(xml, i);
        xml.append("</body>");
    }

    private void joint(final StringBuilder xml, final PlanarLink link) {
        final PlanarLink.JointDrive drive = link.drive();
        final boolean limited = drive.min() > Double.NEGATIVE_INFINITY;
        final String axis = switch (link.joint()) {
            case SLIDE_X -> "slide\" axis=\"1 0 0";
            case SLIDE_Z -> "slide\" axis=\"0 0 1";
            case HINGE -> "hinge\" axis=\"0 1 0";
            case HINGE_REVERSED -> "hinge\" axis=\"0 -1 0";
        };
        xml.append(String.format(
                Locale.ROOT,
                "<joint type=\"%s\" limited=\"%s\" range=\"%s %s\" stiffness=\"%s\" damping=\"%s\" armature=\"%s\" %s/>",
                axis,
                limited,
                limited ? drive.min() : 0,
                limited ? drive.max() : 1,
                drive.stiffness(),
                drive.damping(),
                drive.armature(),
                soft("limit", model.stops)));
    }
}
