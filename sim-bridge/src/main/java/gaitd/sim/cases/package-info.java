/**
 * What happens to a robot in the field, by name: loads, weak motors, wear, slippery ground, dead sensors. One table names all
 * cases, and every command that simulates robots takes them.
 */
package gaitd.sim.cases;
