@org.jspecify.annotations.NullMarked
package nearfar.lab.junit;
