/**
 * Which neurons are connected and with which sign: full, random sparse, and neural circuit policies as the ncps library draws them,
 * seed by seed the same. Used when a network is made, never in the tick.
 */
package gaitd.policies.wiring;
