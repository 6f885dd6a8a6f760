package gaitd.robot.doctor;

/**
 * One check of the machine. Never throws: what cannot be read is a finding too. Other packages add checks by {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface Check {
    /**
     * Looks at it.
     *
     * @param machine to be looked at
     * @return what was found
     */
    Finding look(Machine machine);
}
