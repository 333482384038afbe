@org.jspecify.annotations.NullMarked
package nearfar.tests.junit;
