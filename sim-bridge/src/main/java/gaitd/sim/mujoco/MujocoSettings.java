package gaitd.sim.mujoco;

import java.util.Locale;

/**
 * How MuJoCo resolves contacts and losses.
 *
 * @param solver algorithm
 * @param cone shape of the friction cone
 * @param jacobian storage of the constraint Jacobian
 * @param iterations most iterations of the solver in a step, at least 1
 * @param tolerance improvement below which the solver stops, 0 or more
 * @param impratio stiffness of friction over that of the normal direction, above 0; acts with elliptic cones
 * @param contactTimeS time constant of contacts and joint stops, raised to two steps where it is less, above 0, s
 * @param impedance how nearly rigid contacts, stops and dry friction are, above 0 and below 1
 */
public record MujocoSettings(
        Solver solver,
        Cone cone,
        Jacobian jacobian,
        int iterations,
        double tolerance,
        double impratio,
        double contactTimeS,
        double impedance) {
    /** Solver algorithms. */
    public enum Solver {
        /** Projected Gauss-Seidel on forces. */
        PGS,
        /** Conjugate gradients on accelerations. */
        CG,
        /** Newton's method on accelerations. */
        NEWTON;

        String word() {
            return this == NEWTON ? "Newton" : name();
        }
    }

    /** Friction cones. */
    public enum Cone {
        /** Four-sided. */
        PYRAMIDAL,
        /** Round. */
        ELLIPTIC;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Storage of the constraint Jacobian. */
    public enum Jacobian {
        /** All numbers. */
        DENSE,
        /** Those that are not 0. */
        SPARSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Closest to rigid ground and Coulomb friction: a round cone as friction is, Newton to convergence, friction stiffer
     * than the normal direction so that standing feet do not creep, and contacts as hard as the step allows.
     */
    public static final MujocoSettings ACCURATE =
            new MujocoSettings(Solver.NEWTON, Cone.ELLIPTIC, Jacobian.DENSE, 50, 1e-10, 10, 0.002, 0.99);

    /**
     * Fast: three sweeps of Gauss-Seidel from the last step's solution. Of all combinations of solver, cone, Jacobian and
     * iterations only fewer sweeps are faster, and with them it stands millimetres off.
     */
    public static final MujocoSettings FAST =
            new MujocoSettings(Solver.PGS, Cone.ELLIPTIC, Jacobian.DENSE, 3, 1e-6, 10, 0.004, 0.95);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public MujocoSettings {
        if (iterations < 1
                || !(tolerance >= 0)
                || !(impratio > 0)
                || !(contactTimeS > 0)
                || !(impedance > 0 && impedance < 1)) {
            throw new IllegalArgumentException("MuJoCo settings out of range: iterations " + iterations + ", tolerance "
                    + tolerance + ", impratio " + impratio + ", contact time " + contactTimeS + " s, impedance "
                    + impedance);
        }
    }

    /**
     * The same with another limit of iterations.
     *
     * @param most at least 1
     * @return new settings
     * @throws IllegalArgumentException when it is out of range
     */
    public MujocoSettings withIterations(final int most) {
        return new MujocoSettings(solver, cone, jacobian, most, tolerance, impratio, contactTimeS, impedance);
    }

    /**
     * The same with another algorithm.
     *
     * @param algorithm solver
     * @param friction shape of the friction cone
     * @param storage storage of the Jacobian
     * @return new settings
     */
    public MujocoSettings withSolver(final Solver algorithm, final Cone friction, final Jacobian storage) {
        return new MujocoSettings(
                algorithm, friction, storage, iterations, tolerance, impratio, contactTimeS, impedance);
    }

    /**
     * The same with other contacts.
     *
     * @param timeS time constant, above 0, s
     * @param rigidity impedance, above 0 and below 1
     * @return new settings
     * @throws IllegalArgumentException when a number is out of range
     */
    public MujocoSettings withContacts(final double timeS, final double rigidity) {
        return new MujocoSettings(solver, cone, jacobian, iterations, tolerance, impratio, timeS, rigidity);
    }
}
