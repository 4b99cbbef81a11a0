/** Made by `npm run generate` from the headers of the guest. Do not edit. */
import type { VirtAddr } from '../base/numbers.ts';
import type { GuestMemory } from '../machine/guest-memory.ts';

export class ACCESS_STATE {
  static readonly size = 0xa0;
  static readonly off = { OperationID: 0, SecurityEvaluated: 8, GenerateAudit: 9, GenerateOnClose: 0xa, PrivilegesAllocated: 0xb, Flags: 0xc, RemainingDesiredAccess: 0x10, PreviouslyGrantedAccess: 0x14, OriginalDesiredAccess: 0x18, SubjectSecurityContext: 0x20, SecurityDescriptor: 0x40, AuxData: 0x48, Privileges: 0x50, AuditPrivileges: 0x7c, ObjectName: 0x80, ObjectTypeName: 0x90 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get OperationID(): LUID { return new LUID(this.m, this.va); }
  get SecurityEvaluated(): number { return this.m.u8(this.va + 8); }
  set SecurityEvaluated(v: number) { this.m.setU8(this.va + 8, v); }
  get GenerateAudit(): number { return this.m.u8(this.va + 9); }
  set GenerateAudit(v: number) { this.m.setU8(this.va + 9, v); }
  get GenerateOnClose(): number { return this.m.u8(this.va + 0xa); }
  set GenerateOnClose(v: number) { this.m.setU8(this.va + 0xa, v); }
  get PrivilegesAllocated(): number { return this.m.u8(this.va + 0xb); }
  set PrivilegesAllocated(v: number) { this.m.setU8(this.va + 0xb, v); }
  get Flags(): number { return this.m.u32(this.va + 0xc); }
  set Flags(v: number) { this.m.setU32(this.va + 0xc, v); }
  get RemainingDesiredAccess(): number { return this.m.u32(this.va + 0x10); }
  set RemainingDesiredAccess(v: number) { this.m.setU32(this.va + 0x10, v); }
  get PreviouslyGrantedAccess(): number { return this.m.u32(this.va + 0x14); }
  set PreviouslyGrantedAccess(v: number) { this.m.setU32(this.va + 0x14, v); }
  get OriginalDesiredAccess(): number { return this.m.u32(this.va + 0x18); }
  set OriginalDesiredAccess(v: number) { this.m.setU32(this.va + 0x18, v); }
  get SubjectSecurityContext(): SECURITY_SUBJECT_CONTEXT { return new SECURITY_SUBJECT_CONTEXT(this.m, this.va + 0x20); }
  get SecurityDescriptor(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set SecurityDescriptor(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get AuxData(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set AuxData(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get Privileges(): ACCESS_STATE_Privileges { return new ACCESS_STATE_Privileges(this.m, this.va + 0x50); }
  get AuditPrivileges(): number { return this.m.u8(this.va + 0x7c); }
  set AuditPrivileges(v: number) { this.m.setU8(this.va + 0x7c, v); }
  get ObjectName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x80); }
  get ObjectTypeName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x90); }
}

export class ACCESS_STATE_Privileges {
  static readonly size = 0x2c;
  static readonly off = { InitialPrivilegeSet: 0, PrivilegeSet: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get InitialPrivilegeSet(): INITIAL_PRIVILEGE_SET { return new INITIAL_PRIVILEGE_SET(this.m, this.va); }
  get PrivilegeSet(): PRIVILEGE_SET { return new PRIVILEGE_SET(this.m, this.va); }
}

export class CLIENT_ID {
  static readonly size = 0x10;
  static readonly off = { UniqueProcess: 0, UniqueThread: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get UniqueProcess(): VirtAddr { return this.m.ptr(this.va); }
  set UniqueProcess(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get UniqueThread(): VirtAddr { return this.m.ptr(this.va + 8); }
  set UniqueThread(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class CM_FULL_RESOURCE_DESCRIPTOR {
  static readonly size = 0x24;
  static readonly off = { InterfaceType: 0, BusNumber: 4, PartialResourceList: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get InterfaceType(): number { return this.m.i32(this.va); }
  set InterfaceType(v: number) { this.m.setU32(this.va, v); }
  get BusNumber(): number { return this.m.u32(this.va + 4); }
  set BusNumber(v: number) { this.m.setU32(this.va + 4, v); }
  get PartialResourceList(): CM_PARTIAL_RESOURCE_LIST { return new CM_PARTIAL_RESOURCE_LIST(this.m, this.va + 8); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR {
  static readonly size = 0x14;
  static readonly off = { Type: 0, ShareDisposition: 1, Flags: 2, u: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.u8(this.va); }
  set Type(v: number) { this.m.setU8(this.va, v); }
  get ShareDisposition(): number { return this.m.u8(this.va + 1); }
  set ShareDisposition(v: number) { this.m.setU8(this.va + 1, v); }
  get Flags(): number { return this.m.u16(this.va + 2); }
  set Flags(v: number) { this.m.setU16(this.va + 2, v); }
  get u(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u(this.m, this.va + 4); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u {
  static readonly size = 0x10;
  static readonly off = { Generic: 0, Port: 0, Interrupt: 0, MessageInterrupt: 0, Memory: 0, Dma: 0, DevicePrivate: 0, BusNumber: 0, DeviceSpecificData: 0, Memory40: 0, Memory48: 0, Memory64: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Generic(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Generic { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Generic(this.m, this.va); }
  get Port(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Port { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Port(this.m, this.va); }
  get Interrupt(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Interrupt { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Interrupt(this.m, this.va); }
  get MessageInterrupt(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt(this.m, this.va); }
  get Memory(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory(this.m, this.va); }
  get Dma(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Dma { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Dma(this.m, this.va); }
  get DevicePrivate(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DevicePrivate { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DevicePrivate(this.m, this.va); }
  get BusNumber(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_BusNumber { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_BusNumber(this.m, this.va); }
  get DeviceSpecificData(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DeviceSpecificData { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DeviceSpecificData(this.m, this.va); }
  get Memory40(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory40 { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory40(this.m, this.va); }
  get Memory48(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory48 { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory48(this.m, this.va); }
  get Memory64(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory64 { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory64(this.m, this.va); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_BusNumber {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length: 4, Reserved: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): number { return this.m.u32(this.va); }
  set Start(v: number) { this.m.setU32(this.va, v); }
  get Length(): number { return this.m.u32(this.va + 4); }
  set Length(v: number) { this.m.setU32(this.va + 4, v); }
  get Reserved(): number { return this.m.u32(this.va + 8); }
  set Reserved(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DevicePrivate {
  static readonly size = 0xc;
  static readonly off = { Data: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Data(): VirtAddr { return this.va; }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_DeviceSpecificData {
  static readonly size = 0xc;
  static readonly off = { DataSize: 0, Reserved1: 4, Reserved2: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DataSize(): number { return this.m.u32(this.va); }
  set DataSize(v: number) { this.m.setU32(this.va, v); }
  get Reserved1(): number { return this.m.u32(this.va + 4); }
  set Reserved1(v: number) { this.m.setU32(this.va + 4, v); }
  get Reserved2(): number { return this.m.u32(this.va + 8); }
  set Reserved2(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Dma {
  static readonly size = 0xc;
  static readonly off = { Channel: 0, Port: 4, Reserved1: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Channel(): number { return this.m.u32(this.va); }
  set Channel(v: number) { this.m.setU32(this.va, v); }
  get Port(): number { return this.m.u32(this.va + 4); }
  set Port(v: number) { this.m.setU32(this.va + 4, v); }
  get Reserved1(): number { return this.m.u32(this.va + 8); }
  set Reserved1(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Generic {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length(): number { return this.m.u32(this.va + 8); }
  set Length(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Interrupt {
  static readonly size = 0x10;
  static readonly off = { Level: 0, Vector: 4, Affinity: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Level(): number { return this.m.u32(this.va); }
  set Level(v: number) { this.m.setU32(this.va, v); }
  get Vector(): number { return this.m.u32(this.va + 4); }
  set Vector(v: number) { this.m.setU32(this.va + 4, v); }
  get Affinity(): bigint { return this.m.u64(this.va + 8); }
  set Affinity(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length(): number { return this.m.u32(this.va + 8); }
  set Length(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory40 {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length40: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length40(): number { return this.m.u32(this.va + 8); }
  set Length40(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory48 {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length48: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length48(): number { return this.m.u32(this.va + 8); }
  set Length48(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Memory64 {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length64: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length64(): number { return this.m.u32(this.va + 8); }
  set Length64(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt {
  static readonly size = 0x10;
  static readonly off = { Raw: 0, Translated: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Raw(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Raw { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Raw(this.m, this.va); }
  get Translated(): CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Translated { return new CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Translated(this.m, this.va); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Raw {
  static readonly size = 0x10;
  static readonly off = { Reserved: 0, MessageCount: 2, Vector: 4, Affinity: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved(): number { return this.m.u16(this.va); }
  set Reserved(v: number) { this.m.setU16(this.va, v); }
  get MessageCount(): number { return this.m.u16(this.va + 2); }
  set MessageCount(v: number) { this.m.setU16(this.va + 2, v); }
  get Vector(): number { return this.m.u32(this.va + 4); }
  set Vector(v: number) { this.m.setU32(this.va + 4, v); }
  get Affinity(): bigint { return this.m.u64(this.va + 8); }
  set Affinity(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_MessageInterrupt_Translated {
  static readonly size = 0x10;
  static readonly off = { Level: 0, Vector: 4, Affinity: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Level(): number { return this.m.u32(this.va); }
  set Level(v: number) { this.m.setU32(this.va, v); }
  get Vector(): number { return this.m.u32(this.va + 4); }
  set Vector(v: number) { this.m.setU32(this.va + 4, v); }
  get Affinity(): bigint { return this.m.u64(this.va + 8); }
  set Affinity(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_DESCRIPTOR_u_Port {
  static readonly size = 0xc;
  static readonly off = { Start: 0, Length: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Start(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get Length(): number { return this.m.u32(this.va + 8); }
  set Length(v: number) { this.m.setU32(this.va + 8, v); }
}

export class CM_PARTIAL_RESOURCE_LIST {
  static readonly size = 0x1c;
  static readonly off = { Version: 0, Revision: 2, Count: 4, PartialDescriptors: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Version(): number { return this.m.u16(this.va); }
  set Version(v: number) { this.m.setU16(this.va, v); }
  get Revision(): number { return this.m.u16(this.va + 2); }
  set Revision(v: number) { this.m.setU16(this.va + 2, v); }
  get Count(): number { return this.m.u32(this.va + 4); }
  set Count(v: number) { this.m.setU32(this.va + 4, v); }
  get PartialDescriptors(): VirtAddr { return this.va + 8; }
}

export class CM_RESOURCE_LIST {
  static readonly size = 0x28;
  static readonly off = { Count: 0, List: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Count(): number { return this.m.u32(this.va); }
  set Count(v: number) { this.m.setU32(this.va, v); }
  get List(): VirtAddr { return this.va + 4; }
}

export class CONTEXT {
  static readonly size = 0x4d0;
  static readonly off = { P1Home: 0, P2Home: 8, P3Home: 0x10, P4Home: 0x18, P5Home: 0x20, P6Home: 0x28, ContextFlags: 0x30, MxCsr: 0x34, SegCs: 0x38, SegDs: 0x3a, SegEs: 0x3c, SegFs: 0x3e, SegGs: 0x40, SegSs: 0x42, EFlags: 0x44, Dr0: 0x48, Dr1: 0x50, Dr2: 0x58, Dr3: 0x60, Dr6: 0x68, Dr7: 0x70, Rax: 0x78, Rcx: 0x80, Rdx: 0x88, Rbx: 0x90, Rsp: 0x98, Rbp: 0xa0, Rsi: 0xa8, Rdi: 0xb0, R8: 0xb8, R9: 0xc0, R10: 0xc8, R11: 0xd0, R12: 0xd8, R13: 0xe0, R14: 0xe8, R15: 0xf0, Rip: 0xf8, FltSave: 0x100, FloatSave: 0x100, Header: 0x100, Legacy: 0x120, Xmm0: 0x1a0, Xmm1: 0x1b0, Xmm2: 0x1c0, Xmm3: 0x1d0, Xmm4: 0x1e0, Xmm5: 0x1f0, Xmm6: 0x200, Xmm7: 0x210, Xmm8: 0x220, Xmm9: 0x230, Xmm10: 0x240, Xmm11: 0x250, Xmm12: 0x260, Xmm13: 0x270, Xmm14: 0x280, Xmm15: 0x290, VectorRegister: 0x300, VectorControl: 0x4a0, DebugControl: 0x4a8, LastBranchToRip: 0x4b0, LastBranchFromRip: 0x4b8, LastExceptionToRip: 0x4c0, LastExceptionFromRip: 0x4c8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get P1Home(): bigint { return this.m.u64(this.va); }
  set P1Home(v: bigint) { this.m.setU64(this.va, v); }
  get P2Home(): bigint { return this.m.u64(this.va + 8); }
  set P2Home(v: bigint) { this.m.setU64(this.va + 8, v); }
  get P3Home(): bigint { return this.m.u64(this.va + 0x10); }
  set P3Home(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get P4Home(): bigint { return this.m.u64(this.va + 0x18); }
  set P4Home(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get P5Home(): bigint { return this.m.u64(this.va + 0x20); }
  set P5Home(v: bigint) { this.m.setU64(this.va + 0x20, v); }
  get P6Home(): bigint { return this.m.u64(this.va + 0x28); }
  set P6Home(v: bigint) { this.m.setU64(this.va + 0x28, v); }
  get ContextFlags(): number { return this.m.u32(this.va + 0x30); }
  set ContextFlags(v: number) { this.m.setU32(this.va + 0x30, v); }
  get MxCsr(): number { return this.m.u32(this.va + 0x34); }
  set MxCsr(v: number) { this.m.setU32(this.va + 0x34, v); }
  get SegCs(): number { return this.m.u16(this.va + 0x38); }
  set SegCs(v: number) { this.m.setU16(this.va + 0x38, v); }
  get SegDs(): number { return this.m.u16(this.va + 0x3a); }
  set SegDs(v: number) { this.m.setU16(this.va + 0x3a, v); }
  get SegEs(): number { return this.m.u16(this.va + 0x3c); }
  set SegEs(v: number) { this.m.setU16(this.va + 0x3c, v); }
  get SegFs(): number { return this.m.u16(this.va + 0x3e); }
  set SegFs(v: number) { this.m.setU16(this.va + 0x3e, v); }
  get SegGs(): number { return this.m.u16(this.va + 0x40); }
  set SegGs(v: number) { this.m.setU16(this.va + 0x40, v); }
  get SegSs(): number { return this.m.u16(this.va + 0x42); }
  set SegSs(v: number) { this.m.setU16(this.va + 0x42, v); }
  get EFlags(): number { return this.m.u32(this.va + 0x44); }
  set EFlags(v: number) { this.m.setU32(this.va + 0x44, v); }
  get Dr0(): bigint { return this.m.u64(this.va + 0x48); }
  set Dr0(v: bigint) { this.m.setU64(this.va + 0x48, v); }
  get Dr1(): bigint { return this.m.u64(this.va + 0x50); }
  set Dr1(v: bigint) { this.m.setU64(this.va + 0x50, v); }
  get Dr2(): bigint { return this.m.u64(this.va + 0x58); }
  set Dr2(v: bigint) { this.m.setU64(this.va + 0x58, v); }
  get Dr3(): bigint { return this.m.u64(this.va + 0x60); }
  set Dr3(v: bigint) { this.m.setU64(this.va + 0x60, v); }
  get Dr6(): bigint { return this.m.u64(this.va + 0x68); }
  set Dr6(v: bigint) { this.m.setU64(this.va + 0x68, v); }
  get Dr7(): bigint { return this.m.u64(this.va + 0x70); }
  set Dr7(v: bigint) { this.m.setU64(this.va + 0x70, v); }
  get Rax(): bigint { return this.m.u64(this.va + 0x78); }
  set Rax(v: bigint) { this.m.setU64(this.va + 0x78, v); }
  get Rcx(): bigint { return this.m.u64(this.va + 0x80); }
  set Rcx(v: bigint) { this.m.setU64(this.va + 0x80, v); }
  get Rdx(): bigint { return this.m.u64(this.va + 0x88); }
  set Rdx(v: bigint) { this.m.setU64(this.va + 0x88, v); }
  get Rbx(): bigint { return this.m.u64(this.va + 0x90); }
  set Rbx(v: bigint) { this.m.setU64(this.va + 0x90, v); }
  get Rsp(): bigint { return this.m.u64(this.va + 0x98); }
  set Rsp(v: bigint) { this.m.setU64(this.va + 0x98, v); }
  get Rbp(): bigint { return this.m.u64(this.va + 0xa0); }
  set Rbp(v: bigint) { this.m.setU64(this.va + 0xa0, v); }
  get Rsi(): bigint { return this.m.u64(this.va + 0xa8); }
  set Rsi(v: bigint) { this.m.setU64(this.va + 0xa8, v); }
  get Rdi(): bigint { return this.m.u64(this.va + 0xb0); }
  set Rdi(v: bigint) { this.m.setU64(this.va + 0xb0, v); }
  get R8(): bigint { return this.m.u64(this.va + 0xb8); }
  set R8(v: bigint) { this.m.setU64(this.va + 0xb8, v); }
  get R9(): bigint { return this.m.u64(this.va + 0xc0); }
  set R9(v: bigint) { this.m.setU64(this.va + 0xc0, v); }
  get R10(): bigint { return this.m.u64(this.va + 0xc8); }
  set R10(v: bigint) { this.m.setU64(this.va + 0xc8, v); }
  get R11(): bigint { return this.m.u64(this.va + 0xd0); }
  set R11(v: bigint) { this.m.setU64(this.va + 0xd0, v); }
  get R12(): bigint { return this.m.u64(this.va + 0xd8); }
  set R12(v: bigint) { this.m.setU64(this.va + 0xd8, v); }
  get R13(): bigint { return this.m.u64(this.va + 0xe0); }
  set R13(v: bigint) { this.m.setU64(this.va + 0xe0, v); }
  get R14(): bigint { return this.m.u64(this.va + 0xe8); }
  set R14(v: bigint) { this.m.setU64(this.va + 0xe8, v); }
  get R15(): bigint { return this.m.u64(this.va + 0xf0); }
  set R15(v: bigint) { this.m.setU64(this.va + 0xf0, v); }
  get Rip(): bigint { return this.m.u64(this.va + 0xf8); }
  set Rip(v: bigint) { this.m.setU64(this.va + 0xf8, v); }
  get FltSave(): XSAVE_FORMAT { return new XSAVE_FORMAT(this.m, this.va + 0x100); }
  get FloatSave(): XSAVE_FORMAT { return new XSAVE_FORMAT(this.m, this.va + 0x100); }
  get Header(): VirtAddr { return this.va + 0x100; }
  get Legacy(): VirtAddr { return this.va + 0x120; }
  get Xmm0(): M128A { return new M128A(this.m, this.va + 0x1a0); }
  get Xmm1(): M128A { return new M128A(this.m, this.va + 0x1b0); }
  get Xmm2(): M128A { return new M128A(this.m, this.va + 0x1c0); }
  get Xmm3(): M128A { return new M128A(this.m, this.va + 0x1d0); }
  get Xmm4(): M128A { return new M128A(this.m, this.va + 0x1e0); }
  get Xmm5(): M128A { return new M128A(this.m, this.va + 0x1f0); }
  get Xmm6(): M128A { return new M128A(this.m, this.va + 0x200); }
  get Xmm7(): M128A { return new M128A(this.m, this.va + 0x210); }
  get Xmm8(): M128A { return new M128A(this.m, this.va + 0x220); }
  get Xmm9(): M128A { return new M128A(this.m, this.va + 0x230); }
  get Xmm10(): M128A { return new M128A(this.m, this.va + 0x240); }
  get Xmm11(): M128A { return new M128A(this.m, this.va + 0x250); }
  get Xmm12(): M128A { return new M128A(this.m, this.va + 0x260); }
  get Xmm13(): M128A { return new M128A(this.m, this.va + 0x270); }
  get Xmm14(): M128A { return new M128A(this.m, this.va + 0x280); }
  get Xmm15(): M128A { return new M128A(this.m, this.va + 0x290); }
  get VectorRegister(): VirtAddr { return this.va + 0x300; }
  get VectorControl(): bigint { return this.m.u64(this.va + 0x4a0); }
  set VectorControl(v: bigint) { this.m.setU64(this.va + 0x4a0, v); }
  get DebugControl(): bigint { return this.m.u64(this.va + 0x4a8); }
  set DebugControl(v: bigint) { this.m.setU64(this.va + 0x4a8, v); }
  get LastBranchToRip(): bigint { return this.m.u64(this.va + 0x4b0); }
  set LastBranchToRip(v: bigint) { this.m.setU64(this.va + 0x4b0, v); }
  get LastBranchFromRip(): bigint { return this.m.u64(this.va + 0x4b8); }
  set LastBranchFromRip(v: bigint) { this.m.setU64(this.va + 0x4b8, v); }
  get LastExceptionToRip(): bigint { return this.m.u64(this.va + 0x4c0); }
  set LastExceptionToRip(v: bigint) { this.m.setU64(this.va + 0x4c0, v); }
  get LastExceptionFromRip(): bigint { return this.m.u64(this.va + 0x4c8); }
  set LastExceptionFromRip(v: bigint) { this.m.setU64(this.va + 0x4c8, v); }
}

export class DEVICE_CAPABILITIES {
  static readonly size = 0x40;
  static readonly off = { Size: 0, Version: 2, DeviceD1: 4, DeviceD2: 4, LockSupported: 4, EjectSupported: 4, Removable: 4, DockDevice: 4, UniqueID: 4, SilentInstall: 4, RawDeviceOK: 4, SurpriseRemovalOK: 4, WakeFromD0: 4, WakeFromD1: 4, WakeFromD2: 4, WakeFromD3: 4, HardwareDisabled: 4, NonDynamic: 4, WarmEjectSupported: 4, NoDisplayInUI: 4, Reserved: 4, Address: 8, UINumber: 0xc, DeviceState: 0x10, SystemWake: 0x2c, DeviceWake: 0x30, D1Latency: 0x34, D2Latency: 0x38, D3Latency: 0x3c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Size(): number { return this.m.u16(this.va); }
  set Size(v: number) { this.m.setU16(this.va, v); }
  get Version(): number { return this.m.u16(this.va + 2); }
  set Version(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceD1(): number { return (this.m.u32(this.va + 4) >>> 0) & 1; }
  set DeviceD1(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -2) | ((v & 1) << 0)); }
  get DeviceD2(): number { return (this.m.u32(this.va + 4) >>> 1) & 1; }
  set DeviceD2(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -3) | ((v & 1) << 1)); }
  get LockSupported(): number { return (this.m.u32(this.va + 4) >>> 2) & 1; }
  set LockSupported(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -5) | ((v & 1) << 2)); }
  get EjectSupported(): number { return (this.m.u32(this.va + 4) >>> 3) & 1; }
  set EjectSupported(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -9) | ((v & 1) << 3)); }
  get Removable(): number { return (this.m.u32(this.va + 4) >>> 4) & 1; }
  set Removable(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -17) | ((v & 1) << 4)); }
  get DockDevice(): number { return (this.m.u32(this.va + 4) >>> 5) & 1; }
  set DockDevice(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -33) | ((v & 1) << 5)); }
  get UniqueID(): number { return (this.m.u32(this.va + 4) >>> 6) & 1; }
  set UniqueID(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -65) | ((v & 1) << 6)); }
  get SilentInstall(): number { return (this.m.u32(this.va + 4) >>> 7) & 1; }
  set SilentInstall(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -129) | ((v & 1) << 7)); }
  get RawDeviceOK(): number { return (this.m.u32(this.va + 4) >>> 8) & 1; }
  set RawDeviceOK(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -257) | ((v & 1) << 8)); }
  get SurpriseRemovalOK(): number { return (this.m.u32(this.va + 4) >>> 9) & 1; }
  set SurpriseRemovalOK(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -513) | ((v & 1) << 9)); }
  get WakeFromD0(): number { return (this.m.u32(this.va + 4) >>> 10) & 1; }
  set WakeFromD0(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -1025) | ((v & 1) << 10)); }
  get WakeFromD1(): number { return (this.m.u32(this.va + 4) >>> 11) & 1; }
  set WakeFromD1(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -2049) | ((v & 1) << 11)); }
  get WakeFromD2(): number { return (this.m.u32(this.va + 4) >>> 12) & 1; }
  set WakeFromD2(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -4097) | ((v & 1) << 12)); }
  get WakeFromD3(): number { return (this.m.u32(this.va + 4) >>> 13) & 1; }
  set WakeFromD3(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -8193) | ((v & 1) << 13)); }
  get HardwareDisabled(): number { return (this.m.u32(this.va + 4) >>> 14) & 1; }
  set HardwareDisabled(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -16385) | ((v & 1) << 14)); }
  get NonDynamic(): number { return (this.m.u32(this.va + 4) >>> 15) & 1; }
  set NonDynamic(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -32769) | ((v & 1) << 15)); }
  get WarmEjectSupported(): number { return (this.m.u32(this.va + 4) >>> 16) & 1; }
  set WarmEjectSupported(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -65537) | ((v & 1) << 16)); }
  get NoDisplayInUI(): number { return (this.m.u32(this.va + 4) >>> 17) & 1; }
  set NoDisplayInUI(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & -131073) | ((v & 1) << 17)); }
  get Reserved(): number { return (this.m.u32(this.va + 4) >>> 18) & 16383; }
  set Reserved(v: number) { this.m.setU32(this.va + 4, (this.m.u32(this.va + 4) & 262143) | ((v & 16383) << 18)); }
  get Address(): number { return this.m.u32(this.va + 8); }
  set Address(v: number) { this.m.setU32(this.va + 8, v); }
  get UINumber(): number { return this.m.u32(this.va + 0xc); }
  set UINumber(v: number) { this.m.setU32(this.va + 0xc, v); }
  get DeviceState(): VirtAddr { return this.va + 0x10; }
  get SystemWake(): number { return this.m.i32(this.va + 0x2c); }
  set SystemWake(v: number) { this.m.setU32(this.va + 0x2c, v); }
  get DeviceWake(): number { return this.m.i32(this.va + 0x30); }
  set DeviceWake(v: number) { this.m.setU32(this.va + 0x30, v); }
  get D1Latency(): number { return this.m.u32(this.va + 0x34); }
  set D1Latency(v: number) { this.m.setU32(this.va + 0x34, v); }
  get D2Latency(): number { return this.m.u32(this.va + 0x38); }
  set D2Latency(v: number) { this.m.setU32(this.va + 0x38, v); }
  get D3Latency(): number { return this.m.u32(this.va + 0x3c); }
  set D3Latency(v: number) { this.m.setU32(this.va + 0x3c, v); }
}

export class DEVICE_OBJECT {
  static readonly size = 0x150;
  static readonly off = { Type: 0, Size: 2, ReferenceCount: 4, DriverObject: 8, NextDevice: 0x10, AttachedDevice: 0x18, CurrentIrp: 0x20, Timer: 0x28, Flags: 0x30, Characteristics: 0x34, Vpb: 0x38, DeviceExtension: 0x40, DeviceType: 0x48, StackSize: 0x4c, Queue: 0x50, AlignmentRequirement: 0x98, DeviceQueue: 0xa0, Dpc: 0xc8, ActiveThreadCount: 0x108, SecurityDescriptor: 0x110, DeviceLock: 0x118, SectorSize: 0x130, Spare1: 0x132, DeviceObjectExtension: 0x138, Reserved: 0x140 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.u16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get ReferenceCount(): number { return this.m.i32(this.va + 4); }
  set ReferenceCount(v: number) { this.m.setU32(this.va + 4, v); }
  get DriverObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DriverObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get NextDevice(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set NextDevice(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get AttachedDevice(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set AttachedDevice(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get CurrentIrp(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set CurrentIrp(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get Timer(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set Timer(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get Flags(): number { return this.m.u32(this.va + 0x30); }
  set Flags(v: number) { this.m.setU32(this.va + 0x30, v); }
  get Characteristics(): number { return this.m.u32(this.va + 0x34); }
  set Characteristics(v: number) { this.m.setU32(this.va + 0x34, v); }
  get Vpb(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set Vpb(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get DeviceExtension(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set DeviceExtension(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get DeviceType(): number { return this.m.u32(this.va + 0x48); }
  set DeviceType(v: number) { this.m.setU32(this.va + 0x48, v); }
  get StackSize(): number { return this.m.i8(this.va + 0x4c); }
  set StackSize(v: number) { this.m.setU8(this.va + 0x4c, v); }
  get Queue(): DEVICE_OBJECT_Queue { return new DEVICE_OBJECT_Queue(this.m, this.va + 0x50); }
  get AlignmentRequirement(): number { return this.m.u32(this.va + 0x98); }
  set AlignmentRequirement(v: number) { this.m.setU32(this.va + 0x98, v); }
  get DeviceQueue(): KDEVICE_QUEUE { return new KDEVICE_QUEUE(this.m, this.va + 0xa0); }
  get Dpc(): KDPC { return new KDPC(this.m, this.va + 0xc8); }
  get ActiveThreadCount(): number { return this.m.u32(this.va + 0x108); }
  set ActiveThreadCount(v: number) { this.m.setU32(this.va + 0x108, v); }
  get SecurityDescriptor(): VirtAddr { return this.m.ptr(this.va + 0x110); }
  set SecurityDescriptor(v: VirtAddr) { this.m.setPtr(this.va + 0x110, v); }
  get DeviceLock(): KEVENT { return new KEVENT(this.m, this.va + 0x118); }
  get SectorSize(): number { return this.m.u16(this.va + 0x130); }
  set SectorSize(v: number) { this.m.setU16(this.va + 0x130, v); }
  get Spare1(): number { return this.m.u16(this.va + 0x132); }
  set Spare1(v: number) { this.m.setU16(this.va + 0x132, v); }
  get DeviceObjectExtension(): VirtAddr { return this.m.ptr(this.va + 0x138); }
  set DeviceObjectExtension(v: VirtAddr) { this.m.setPtr(this.va + 0x138, v); }
  get Reserved(): VirtAddr { return this.m.ptr(this.va + 0x140); }
  set Reserved(v: VirtAddr) { this.m.setPtr(this.va + 0x140, v); }
}

export class DEVICE_OBJECT_Queue {
  static readonly size = 0x48;
  static readonly off = { ListEntry: 0, Wcb: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get Wcb(): WAIT_CONTEXT_BLOCK { return new WAIT_CONTEXT_BLOCK(this.m, this.va); }
}

export class DEVOBJ_EXTENSION {
  static readonly size = 0x10;
  static readonly off = { Type: 0, Size: 2, DeviceObject: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.u16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class DISPATCHER_HEADER {
  static readonly size = 0x18;
  static readonly off = { Lock: 0, Type: 0, TimerControlFlags: 1, Absolute: 1, Coalescable: 1, KeepShifting: 1, EncodedTolerableDelay: 1, Abandoned: 1, Signalling: 1, ThreadControlFlags: 2, CpuThrottled: 2, CycleProfiling: 2, CounterProfiling: 2, Reserved: 2, Hand: 2, Size: 2, TimerMiscFlags: 3, Index: 3, Inserted: 3, Expired: 3, DebugActive: 3, ActiveDR7: 3, Instrumented: 3, Reserved2: 3, UmsScheduled: 3, UmsPrimary: 3, DpcActive: 3, SignalState: 4, WaitListHead: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Lock(): number { return this.m.i32(this.va); }
  set Lock(v: number) { this.m.setU32(this.va, v); }
  get Type(): number { return this.m.u8(this.va); }
  set Type(v: number) { this.m.setU8(this.va, v); }
  get TimerControlFlags(): number { return this.m.u8(this.va + 1); }
  set TimerControlFlags(v: number) { this.m.setU8(this.va + 1, v); }
  get Absolute(): number { return (this.m.u8(this.va + 1) >>> 0) & 1; }
  set Absolute(v: number) { this.m.setU8(this.va + 1, (this.m.u8(this.va + 1) & -2) | ((v & 1) << 0)); }
  get Coalescable(): number { return (this.m.u8(this.va + 1) >>> 1) & 1; }
  set Coalescable(v: number) { this.m.setU8(this.va + 1, (this.m.u8(this.va + 1) & -3) | ((v & 1) << 1)); }
  get KeepShifting(): number { return (this.m.u8(this.va + 1) >>> 2) & 1; }
  set KeepShifting(v: number) { this.m.setU8(this.va + 1, (this.m.u8(this.va + 1) & -5) | ((v & 1) << 2)); }
  get EncodedTolerableDelay(): number { return (this.m.u8(this.va + 1) >>> 3) & 31; }
  set EncodedTolerableDelay(v: number) { this.m.setU8(this.va + 1, (this.m.u8(this.va + 1) & -249) | ((v & 31) << 3)); }
  get Abandoned(): number { return this.m.u8(this.va + 1); }
  set Abandoned(v: number) { this.m.setU8(this.va + 1, v); }
  get Signalling(): number { return this.m.u8(this.va + 1); }
  set Signalling(v: number) { this.m.setU8(this.va + 1, v); }
  get ThreadControlFlags(): number { return this.m.u8(this.va + 2); }
  set ThreadControlFlags(v: number) { this.m.setU8(this.va + 2, v); }
  get CpuThrottled(): number { return (this.m.u8(this.va + 2) >>> 0) & 1; }
  set CpuThrottled(v: number) { this.m.setU8(this.va + 2, (this.m.u8(this.va + 2) & -2) | ((v & 1) << 0)); }
  get CycleProfiling(): number { return (this.m.u8(this.va + 2) >>> 1) & 1; }
  set CycleProfiling(v: number) { this.m.setU8(this.va + 2, (this.m.u8(this.va + 2) & -3) | ((v & 1) << 1)); }
  get CounterProfiling(): number { return (this.m.u8(this.va + 2) >>> 2) & 1; }
  set CounterProfiling(v: number) { this.m.setU8(this.va + 2, (this.m.u8(this.va + 2) & -5) | ((v & 1) << 2)); }
  get Reserved(): number { return (this.m.u8(this.va + 2) >>> 3) & 31; }
  set Reserved(v: number) { this.m.setU8(this.va + 2, (this.m.u8(this.va + 2) & -249) | ((v & 31) << 3)); }
  get Hand(): number { return this.m.u8(this.va + 2); }
  set Hand(v: number) { this.m.setU8(this.va + 2, v); }
  get Size(): number { return this.m.u8(this.va + 2); }
  set Size(v: number) { this.m.setU8(this.va + 2, v); }
  get TimerMiscFlags(): number { return this.m.u8(this.va + 3); }
  set TimerMiscFlags(v: number) { this.m.setU8(this.va + 3, v); }
  get Index(): number { return (this.m.u8(this.va + 3) >>> 0) & 63; }
  set Index(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -64) | ((v & 63) << 0)); }
  get Inserted(): number { return (this.m.u8(this.va + 3) >>> 6) & 1; }
  set Inserted(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -65) | ((v & 1) << 6)); }
  get Expired(): number { return (this.m.u8(this.va + 3) >>> 7) & 1; }
  set Expired(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -129) | ((v & 1) << 7)); }
  get DebugActive(): number { return this.m.u8(this.va + 3); }
  set DebugActive(v: number) { this.m.setU8(this.va + 3, v); }
  get ActiveDR7(): number { return (this.m.u8(this.va + 3) >>> 0) & 1; }
  set ActiveDR7(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -2) | ((v & 1) << 0)); }
  get Instrumented(): number { return (this.m.u8(this.va + 3) >>> 1) & 1; }
  set Instrumented(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -3) | ((v & 1) << 1)); }
  get Reserved2(): number { return (this.m.u8(this.va + 3) >>> 2) & 15; }
  set Reserved2(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -61) | ((v & 15) << 2)); }
  get UmsScheduled(): number { return (this.m.u8(this.va + 3) >>> 6) & 1; }
  set UmsScheduled(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -65) | ((v & 1) << 6)); }
  get UmsPrimary(): number { return (this.m.u8(this.va + 3) >>> 7) & 1; }
  set UmsPrimary(v: number) { this.m.setU8(this.va + 3, (this.m.u8(this.va + 3) & -129) | ((v & 1) << 7)); }
  get DpcActive(): number { return this.m.u8(this.va + 3); }
  set DpcActive(v: number) { this.m.setU8(this.va + 3, v); }
  get SignalState(): number { return this.m.i32(this.va + 4); }
  set SignalState(v: number) { this.m.setU32(this.va + 4, v); }
  get WaitListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 8); }
}

export class DRIVER_EXTENSION {
  static readonly size = 0x28;
  static readonly off = { DriverObject: 0, AddDevice: 8, Count: 0x10, ServiceKeyName: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DriverObject(): VirtAddr { return this.m.ptr(this.va); }
  set DriverObject(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get AddDevice(): VirtAddr { return this.m.ptr(this.va + 8); }
  set AddDevice(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Count(): number { return this.m.u32(this.va + 0x10); }
  set Count(v: number) { this.m.setU32(this.va + 0x10, v); }
  get ServiceKeyName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x18); }
}

export class DRIVER_OBJECT {
  static readonly size = 0x150;
  static readonly off = { Type: 0, Size: 2, DeviceObject: 8, Flags: 0x10, DriverStart: 0x18, DriverSize: 0x20, DriverSection: 0x28, DriverExtension: 0x30, DriverName: 0x38, HardwareDatabase: 0x48, FastIoDispatch: 0x50, DriverInit: 0x58, DriverStartIo: 0x60, DriverUnload: 0x68, MajorFunction: 0x70 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.i16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Flags(): number { return this.m.u32(this.va + 0x10); }
  set Flags(v: number) { this.m.setU32(this.va + 0x10, v); }
  get DriverStart(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set DriverStart(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get DriverSize(): number { return this.m.u32(this.va + 0x20); }
  set DriverSize(v: number) { this.m.setU32(this.va + 0x20, v); }
  get DriverSection(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set DriverSection(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get DriverExtension(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set DriverExtension(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get DriverName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x38); }
  get HardwareDatabase(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set HardwareDatabase(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get FastIoDispatch(): VirtAddr { return this.m.ptr(this.va + 0x50); }
  set FastIoDispatch(v: VirtAddr) { this.m.setPtr(this.va + 0x50, v); }
  get DriverInit(): VirtAddr { return this.m.ptr(this.va + 0x58); }
  set DriverInit(v: VirtAddr) { this.m.setPtr(this.va + 0x58, v); }
  get DriverStartIo(): VirtAddr { return this.m.ptr(this.va + 0x60); }
  set DriverStartIo(v: VirtAddr) { this.m.setPtr(this.va + 0x60, v); }
  get DriverUnload(): VirtAddr { return this.m.ptr(this.va + 0x68); }
  set DriverUnload(v: VirtAddr) { this.m.setPtr(this.va + 0x68, v); }
  get MajorFunction(): VirtAddr { return this.va + 0x70; }
}

export class EPROCESS {
  static readonly size = 0x720;
  static readonly off = { Pcb: 0, UniqueProcessId: 0x48, ActiveProcessLinks: 0x50, ObjectTable: 0x60, Peb: 0x68, ExitStatus: 0x70, ActiveThreads: 0x74, Terminating: 0x78, UnhandledException: 0x79, ExceptionAddress: 0x80, ExceptionInformation: 0x88, ImageFileName: 0x98, ModuleList: 0xd8, Modules: 0xe8, EntryPoint: 0x6e8, NextStack: 0x6f0, NextTeb: 0x6f8, NextAllocation: 0x700, UserThreadStart: 0x708, ExceptionDispatcher: 0x710, ApcDispatcher: 0x718 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Pcb(): KPROCESS { return new KPROCESS(this.m, this.va); }
  get UniqueProcessId(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set UniqueProcessId(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get ActiveProcessLinks(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x50); }
  get ObjectTable(): VirtAddr { return this.m.ptr(this.va + 0x60); }
  set ObjectTable(v: VirtAddr) { this.m.setPtr(this.va + 0x60, v); }
  get Peb(): VirtAddr { return this.m.ptr(this.va + 0x68); }
  set Peb(v: VirtAddr) { this.m.setPtr(this.va + 0x68, v); }
  get ExitStatus(): number { return this.m.i32(this.va + 0x70); }
  set ExitStatus(v: number) { this.m.setU32(this.va + 0x70, v); }
  get ActiveThreads(): number { return this.m.u32(this.va + 0x74); }
  set ActiveThreads(v: number) { this.m.setU32(this.va + 0x74, v); }
  get Terminating(): number { return this.m.u8(this.va + 0x78); }
  set Terminating(v: number) { this.m.setU8(this.va + 0x78, v); }
  get UnhandledException(): number { return this.m.u8(this.va + 0x79); }
  set UnhandledException(v: number) { this.m.setU8(this.va + 0x79, v); }
  get ExceptionAddress(): bigint { return this.m.u64(this.va + 0x80); }
  set ExceptionAddress(v: bigint) { this.m.setU64(this.va + 0x80, v); }
  get ExceptionInformation(): VirtAddr { return this.va + 0x88; }
  get ImageFileName(): VirtAddr { return this.va + 0x98; }
  get ModuleList(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0xd8); }
  get Modules(): VirtAddr { return this.va + 0xe8; }
  get EntryPoint(): VirtAddr { return this.m.ptr(this.va + 0x6e8); }
  set EntryPoint(v: VirtAddr) { this.m.setPtr(this.va + 0x6e8, v); }
  get NextStack(): VirtAddr { return this.m.ptr(this.va + 0x6f0); }
  set NextStack(v: VirtAddr) { this.m.setPtr(this.va + 0x6f0, v); }
  get NextTeb(): VirtAddr { return this.m.ptr(this.va + 0x6f8); }
  set NextTeb(v: VirtAddr) { this.m.setPtr(this.va + 0x6f8, v); }
  get NextAllocation(): VirtAddr { return this.m.ptr(this.va + 0x700); }
  set NextAllocation(v: VirtAddr) { this.m.setPtr(this.va + 0x700, v); }
  get UserThreadStart(): VirtAddr { return this.m.ptr(this.va + 0x708); }
  set UserThreadStart(v: VirtAddr) { this.m.setPtr(this.va + 0x708, v); }
  get ExceptionDispatcher(): VirtAddr { return this.m.ptr(this.va + 0x710); }
  set ExceptionDispatcher(v: VirtAddr) { this.m.setPtr(this.va + 0x710, v); }
  get ApcDispatcher(): VirtAddr { return this.m.ptr(this.va + 0x718); }
  set ApcDispatcher(v: VirtAddr) { this.m.setPtr(this.va + 0x718, v); }
}

export class ERESOURCE {
  static readonly size = 0x68;
  static readonly off = { SystemResourcesList: 0, OwnerTable: 0x10, ActiveCount: 0x18, Flag: 0x1a, SharedWaiters: 0x20, ExclusiveWaiters: 0x28, OwnerEntry: 0x30, ActiveEntries: 0x40, ContentionCount: 0x44, NumberOfSharedWaiters: 0x48, NumberOfExclusiveWaiters: 0x4c, Reserved2: 0x50, Address: 0x58, CreatorBackTraceIndex: 0x58, SpinLock: 0x60 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SystemResourcesList(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get OwnerTable(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set OwnerTable(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get ActiveCount(): number { return this.m.i16(this.va + 0x18); }
  set ActiveCount(v: number) { this.m.setU16(this.va + 0x18, v); }
  get Flag(): number { return this.m.u16(this.va + 0x1a); }
  set Flag(v: number) { this.m.setU16(this.va + 0x1a, v); }
  get SharedWaiters(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set SharedWaiters(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get ExclusiveWaiters(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set ExclusiveWaiters(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get OwnerEntry(): OWNER_ENTRY { return new OWNER_ENTRY(this.m, this.va + 0x30); }
  get ActiveEntries(): number { return this.m.u32(this.va + 0x40); }
  set ActiveEntries(v: number) { this.m.setU32(this.va + 0x40, v); }
  get ContentionCount(): number { return this.m.u32(this.va + 0x44); }
  set ContentionCount(v: number) { this.m.setU32(this.va + 0x44, v); }
  get NumberOfSharedWaiters(): number { return this.m.u32(this.va + 0x48); }
  set NumberOfSharedWaiters(v: number) { this.m.setU32(this.va + 0x48, v); }
  get NumberOfExclusiveWaiters(): number { return this.m.u32(this.va + 0x4c); }
  set NumberOfExclusiveWaiters(v: number) { this.m.setU32(this.va + 0x4c, v); }
  get Reserved2(): VirtAddr { return this.m.ptr(this.va + 0x50); }
  set Reserved2(v: VirtAddr) { this.m.setPtr(this.va + 0x50, v); }
  get Address(): VirtAddr { return this.m.ptr(this.va + 0x58); }
  set Address(v: VirtAddr) { this.m.setPtr(this.va + 0x58, v); }
  get CreatorBackTraceIndex(): bigint { return this.m.u64(this.va + 0x58); }
  set CreatorBackTraceIndex(v: bigint) { this.m.setU64(this.va + 0x58, v); }
  get SpinLock(): bigint { return this.m.u64(this.va + 0x60); }
  set SpinLock(v: bigint) { this.m.setU64(this.va + 0x60, v); }
}

export class ETHREAD {
  static readonly size = 0x290;
  static readonly off = { Tcb: 0, Cid: 0x220, IrpList: 0x230, ExitStatus: 0x240, Terminating: 0x244, StartAddress: 0x248, Win32StartAddress: 0x250, StartContext: 0x258, ReaperListEntry: 0x260, UserStackBase: 0x270, UserStackReserve: 0x278, CreateTime: 0x280, ExitTime: 0x288 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Tcb(): KTHREAD { return new KTHREAD(this.m, this.va); }
  get Cid(): CLIENT_ID { return new CLIENT_ID(this.m, this.va + 0x220); }
  get IrpList(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x230); }
  get ExitStatus(): number { return this.m.i32(this.va + 0x240); }
  set ExitStatus(v: number) { this.m.setU32(this.va + 0x240, v); }
  get Terminating(): number { return this.m.u8(this.va + 0x244); }
  set Terminating(v: number) { this.m.setU8(this.va + 0x244, v); }
  get StartAddress(): VirtAddr { return this.m.ptr(this.va + 0x248); }
  set StartAddress(v: VirtAddr) { this.m.setPtr(this.va + 0x248, v); }
  get Win32StartAddress(): VirtAddr { return this.m.ptr(this.va + 0x250); }
  set Win32StartAddress(v: VirtAddr) { this.m.setPtr(this.va + 0x250, v); }
  get StartContext(): VirtAddr { return this.m.ptr(this.va + 0x258); }
  set StartContext(v: VirtAddr) { this.m.setPtr(this.va + 0x258, v); }
  get ReaperListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x260); }
  get UserStackBase(): VirtAddr { return this.m.ptr(this.va + 0x270); }
  set UserStackBase(v: VirtAddr) { this.m.setPtr(this.va + 0x270, v); }
  get UserStackReserve(): bigint { return this.m.u64(this.va + 0x278); }
  set UserStackReserve(v: bigint) { this.m.setU64(this.va + 0x278, v); }
  get CreateTime(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x280); }
  get ExitTime(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x288); }
}

export class EXCEPTION_POINTERS {
  static readonly size = 0x10;
  static readonly off = { ExceptionRecord: 0, ContextRecord: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ExceptionRecord(): VirtAddr { return this.m.ptr(this.va); }
  set ExceptionRecord(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get ContextRecord(): VirtAddr { return this.m.ptr(this.va + 8); }
  set ContextRecord(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class EXCEPTION_RECORD {
  static readonly size = 0x98;
  static readonly off = { ExceptionCode: 0, ExceptionFlags: 4, ExceptionRecord: 8, ExceptionAddress: 0x10, NumberParameters: 0x18, ExceptionInformation: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ExceptionCode(): number { return this.m.i32(this.va); }
  set ExceptionCode(v: number) { this.m.setU32(this.va, v); }
  get ExceptionFlags(): number { return this.m.u32(this.va + 4); }
  set ExceptionFlags(v: number) { this.m.setU32(this.va + 4, v); }
  get ExceptionRecord(): VirtAddr { return this.m.ptr(this.va + 8); }
  set ExceptionRecord(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get ExceptionAddress(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set ExceptionAddress(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get NumberParameters(): number { return this.m.u32(this.va + 0x18); }
  set NumberParameters(v: number) { this.m.setU32(this.va + 0x18, v); }
  get ExceptionInformation(): VirtAddr { return this.va + 0x20; }
}

export class EXP_POOL_ERROR {
  static readonly size = 0x20;
  static readonly off = { Code: 0, P1: 4, P2: 8, P3: 0x10, P4: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Code(): number { return this.m.u32(this.va); }
  set Code(v: number) { this.m.setU32(this.va, v); }
  get P1(): number { return this.m.u32(this.va + 4); }
  set P1(v: number) { this.m.setU32(this.va + 4, v); }
  get P2(): bigint { return this.m.u64(this.va + 8); }
  set P2(v: bigint) { this.m.setU64(this.va + 8, v); }
  get P3(): bigint { return this.m.u64(this.va + 0x10); }
  set P3(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get P4(): bigint { return this.m.u64(this.va + 0x18); }
  set P4(v: bigint) { this.m.setU64(this.va + 0x18, v); }
}

export class EXTENDED_DEVOBJ_EXTENSION {
  static readonly size = 0x20;
  static readonly off = { Type: 0, Size: 2, DeviceObject: 8, AttachedTo: 0x10, ExtensionFlags: 0x18, AdministratorAccess: 0x1c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.u16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get AttachedTo(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set AttachedTo(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get ExtensionFlags(): number { return this.m.u32(this.va + 0x18); }
  set ExtensionFlags(v: number) { this.m.setU32(this.va + 0x18, v); }
  get AdministratorAccess(): number { return this.m.u32(this.va + 0x1c); }
  set AdministratorAccess(v: number) { this.m.setU32(this.va + 0x1c, v); }
}

export class FAST_IO_DISPATCH {
  static readonly size = 0xe0;
  static readonly off = { SizeOfFastIoDispatch: 0, FastIoCheckIfPossible: 8, FastIoRead: 0x10, FastIoWrite: 0x18, FastIoQueryBasicInfo: 0x20, FastIoQueryStandardInfo: 0x28, FastIoLock: 0x30, FastIoUnlockSingle: 0x38, FastIoUnlockAll: 0x40, FastIoUnlockAllByKey: 0x48, FastIoDeviceControl: 0x50, AcquireFileForNtCreateSection: 0x58, ReleaseFileForNtCreateSection: 0x60, FastIoDetachDevice: 0x68, FastIoQueryNetworkOpenInfo: 0x70, AcquireForModWrite: 0x78, MdlRead: 0x80, MdlReadComplete: 0x88, PrepareMdlWrite: 0x90, MdlWriteComplete: 0x98, FastIoReadCompressed: 0xa0, FastIoWriteCompressed: 0xa8, MdlReadCompleteCompressed: 0xb0, MdlWriteCompleteCompressed: 0xb8, FastIoQueryOpen: 0xc0, ReleaseForModWrite: 0xc8, AcquireForCcFlush: 0xd0, ReleaseForCcFlush: 0xd8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SizeOfFastIoDispatch(): number { return this.m.u32(this.va); }
  set SizeOfFastIoDispatch(v: number) { this.m.setU32(this.va, v); }
  get FastIoCheckIfPossible(): VirtAddr { return this.m.ptr(this.va + 8); }
  set FastIoCheckIfPossible(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get FastIoRead(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set FastIoRead(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get FastIoWrite(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set FastIoWrite(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get FastIoQueryBasicInfo(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set FastIoQueryBasicInfo(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get FastIoQueryStandardInfo(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set FastIoQueryStandardInfo(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get FastIoLock(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set FastIoLock(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get FastIoUnlockSingle(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set FastIoUnlockSingle(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get FastIoUnlockAll(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set FastIoUnlockAll(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get FastIoUnlockAllByKey(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set FastIoUnlockAllByKey(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get FastIoDeviceControl(): VirtAddr { return this.m.ptr(this.va + 0x50); }
  set FastIoDeviceControl(v: VirtAddr) { this.m.setPtr(this.va + 0x50, v); }
  get AcquireFileForNtCreateSection(): VirtAddr { return this.m.ptr(this.va + 0x58); }
  set AcquireFileForNtCreateSection(v: VirtAddr) { this.m.setPtr(this.va + 0x58, v); }
  get ReleaseFileForNtCreateSection(): VirtAddr { return this.m.ptr(this.va + 0x60); }
  set ReleaseFileForNtCreateSection(v: VirtAddr) { this.m.setPtr(this.va + 0x60, v); }
  get FastIoDetachDevice(): VirtAddr { return this.m.ptr(this.va + 0x68); }
  set FastIoDetachDevice(v: VirtAddr) { this.m.setPtr(this.va + 0x68, v); }
  get FastIoQueryNetworkOpenInfo(): VirtAddr { return this.m.ptr(this.va + 0x70); }
  set FastIoQueryNetworkOpenInfo(v: VirtAddr) { this.m.setPtr(this.va + 0x70, v); }
  get AcquireForModWrite(): VirtAddr { return this.m.ptr(this.va + 0x78); }
  set AcquireForModWrite(v: VirtAddr) { this.m.setPtr(this.va + 0x78, v); }
  get MdlRead(): VirtAddr { return this.m.ptr(this.va + 0x80); }
  set MdlRead(v: VirtAddr) { this.m.setPtr(this.va + 0x80, v); }
  get MdlReadComplete(): VirtAddr { return this.m.ptr(this.va + 0x88); }
  set MdlReadComplete(v: VirtAddr) { this.m.setPtr(this.va + 0x88, v); }
  get PrepareMdlWrite(): VirtAddr { return this.m.ptr(this.va + 0x90); }
  set PrepareMdlWrite(v: VirtAddr) { this.m.setPtr(this.va + 0x90, v); }
  get MdlWriteComplete(): VirtAddr { return this.m.ptr(this.va + 0x98); }
  set MdlWriteComplete(v: VirtAddr) { this.m.setPtr(this.va + 0x98, v); }
  get FastIoReadCompressed(): VirtAddr { return this.m.ptr(this.va + 0xa0); }
  set FastIoReadCompressed(v: VirtAddr) { this.m.setPtr(this.va + 0xa0, v); }
  get FastIoWriteCompressed(): VirtAddr { return this.m.ptr(this.va + 0xa8); }
  set FastIoWriteCompressed(v: VirtAddr) { this.m.setPtr(this.va + 0xa8, v); }
  get MdlReadCompleteCompressed(): VirtAddr { return this.m.ptr(this.va + 0xb0); }
  set MdlReadCompleteCompressed(v: VirtAddr) { this.m.setPtr(this.va + 0xb0, v); }
  get MdlWriteCompleteCompressed(): VirtAddr { return this.m.ptr(this.va + 0xb8); }
  set MdlWriteCompleteCompressed(v: VirtAddr) { this.m.setPtr(this.va + 0xb8, v); }
  get FastIoQueryOpen(): VirtAddr { return this.m.ptr(this.va + 0xc0); }
  set FastIoQueryOpen(v: VirtAddr) { this.m.setPtr(this.va + 0xc0, v); }
  get ReleaseForModWrite(): VirtAddr { return this.m.ptr(this.va + 0xc8); }
  set ReleaseForModWrite(v: VirtAddr) { this.m.setPtr(this.va + 0xc8, v); }
  get AcquireForCcFlush(): VirtAddr { return this.m.ptr(this.va + 0xd0); }
  set AcquireForCcFlush(v: VirtAddr) { this.m.setPtr(this.va + 0xd0, v); }
  get ReleaseForCcFlush(): VirtAddr { return this.m.ptr(this.va + 0xd8); }
  set ReleaseForCcFlush(v: VirtAddr) { this.m.setPtr(this.va + 0xd8, v); }
}

export class FAST_MUTEX {
  static readonly size = 0x38;
  static readonly off = { Count: 0, Owner: 8, Contention: 0x10, Event: 0x18, OldIrql: 0x30 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Count(): number { return this.m.i32(this.va); }
  set Count(v: number) { this.m.setU32(this.va, v); }
  get Owner(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Owner(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Contention(): number { return this.m.u32(this.va + 0x10); }
  set Contention(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Event(): KEVENT { return new KEVENT(this.m, this.va + 0x18); }
  get OldIrql(): number { return this.m.u32(this.va + 0x30); }
  set OldIrql(v: number) { this.m.setU32(this.va + 0x30, v); }
}

export class FILE_OBJECT {
  static readonly size = 0xd8;
  static readonly off = { Type: 0, Size: 2, DeviceObject: 8, Vpb: 0x10, FsContext: 0x18, FsContext2: 0x20, SectionObjectPointer: 0x28, PrivateCacheMap: 0x30, FinalStatus: 0x38, RelatedFileObject: 0x40, LockOperation: 0x48, DeletePending: 0x49, ReadAccess: 0x4a, WriteAccess: 0x4b, DeleteAccess: 0x4c, SharedRead: 0x4d, SharedWrite: 0x4e, SharedDelete: 0x4f, Flags: 0x50, FileName: 0x58, CurrentByteOffset: 0x68, Waiters: 0x70, Busy: 0x74, LastLock: 0x78, Lock: 0x80, Event: 0x98, CompletionContext: 0xb0, IrpListLock: 0xb8, IrpList: 0xc0, FileObjectExtension: 0xd0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.i16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Vpb(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set Vpb(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get FsContext(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set FsContext(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get FsContext2(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set FsContext2(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get SectionObjectPointer(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set SectionObjectPointer(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get PrivateCacheMap(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set PrivateCacheMap(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get FinalStatus(): number { return this.m.i32(this.va + 0x38); }
  set FinalStatus(v: number) { this.m.setU32(this.va + 0x38, v); }
  get RelatedFileObject(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set RelatedFileObject(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get LockOperation(): number { return this.m.u8(this.va + 0x48); }
  set LockOperation(v: number) { this.m.setU8(this.va + 0x48, v); }
  get DeletePending(): number { return this.m.u8(this.va + 0x49); }
  set DeletePending(v: number) { this.m.setU8(this.va + 0x49, v); }
  get ReadAccess(): number { return this.m.u8(this.va + 0x4a); }
  set ReadAccess(v: number) { this.m.setU8(this.va + 0x4a, v); }
  get WriteAccess(): number { return this.m.u8(this.va + 0x4b); }
  set WriteAccess(v: number) { this.m.setU8(this.va + 0x4b, v); }
  get DeleteAccess(): number { return this.m.u8(this.va + 0x4c); }
  set DeleteAccess(v: number) { this.m.setU8(this.va + 0x4c, v); }
  get SharedRead(): number { return this.m.u8(this.va + 0x4d); }
  set SharedRead(v: number) { this.m.setU8(this.va + 0x4d, v); }
  get SharedWrite(): number { return this.m.u8(this.va + 0x4e); }
  set SharedWrite(v: number) { this.m.setU8(this.va + 0x4e, v); }
  get SharedDelete(): number { return this.m.u8(this.va + 0x4f); }
  set SharedDelete(v: number) { this.m.setU8(this.va + 0x4f, v); }
  get Flags(): number { return this.m.u32(this.va + 0x50); }
  set Flags(v: number) { this.m.setU32(this.va + 0x50, v); }
  get FileName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x58); }
  get CurrentByteOffset(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x68); }
  get Waiters(): number { return this.m.u32(this.va + 0x70); }
  set Waiters(v: number) { this.m.setU32(this.va + 0x70, v); }
  get Busy(): number { return this.m.u32(this.va + 0x74); }
  set Busy(v: number) { this.m.setU32(this.va + 0x74, v); }
  get LastLock(): VirtAddr { return this.m.ptr(this.va + 0x78); }
  set LastLock(v: VirtAddr) { this.m.setPtr(this.va + 0x78, v); }
  get Lock(): KEVENT { return new KEVENT(this.m, this.va + 0x80); }
  get Event(): KEVENT { return new KEVENT(this.m, this.va + 0x98); }
  get CompletionContext(): VirtAddr { return this.m.ptr(this.va + 0xb0); }
  set CompletionContext(v: VirtAddr) { this.m.setPtr(this.va + 0xb0, v); }
  get IrpListLock(): bigint { return this.m.u64(this.va + 0xb8); }
  set IrpListLock(v: bigint) { this.m.setU64(this.va + 0xb8, v); }
  get IrpList(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0xc0); }
  get FileObjectExtension(): VirtAddr { return this.m.ptr(this.va + 0xd0); }
  set FileObjectExtension(v: VirtAddr) { this.m.setPtr(this.va + 0xd0, v); }
}

export class GENERAL_LOOKASIDE {
  static readonly size = 0x80;
  static readonly off = { ListHead: 0, SingleListHead: 0, Depth: 0x10, MaximumDepth: 0x12, TotalAllocates: 0x14, AllocateMisses: 0x18, AllocateHits: 0x18, TotalFrees: 0x1c, FreeMisses: 0x20, FreeHits: 0x20, Type: 0x24, Tag: 0x28, Size: 0x2c, AllocateEx: 0x30, Allocate: 0x30, FreeEx: 0x38, Free: 0x38, ListEntry: 0x40, LastTotalAllocates: 0x50, LastAllocateMisses: 0x54, LastAllocateHits: 0x54, Future: 0x58 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ListHead(): SLIST_HEADER { return new SLIST_HEADER(this.m, this.va); }
  get SingleListHead(): SINGLE_LIST_ENTRY { return new SINGLE_LIST_ENTRY(this.m, this.va); }
  get Depth(): number { return this.m.u16(this.va + 0x10); }
  set Depth(v: number) { this.m.setU16(this.va + 0x10, v); }
  get MaximumDepth(): number { return this.m.u16(this.va + 0x12); }
  set MaximumDepth(v: number) { this.m.setU16(this.va + 0x12, v); }
  get TotalAllocates(): number { return this.m.u32(this.va + 0x14); }
  set TotalAllocates(v: number) { this.m.setU32(this.va + 0x14, v); }
  get AllocateMisses(): number { return this.m.u32(this.va + 0x18); }
  set AllocateMisses(v: number) { this.m.setU32(this.va + 0x18, v); }
  get AllocateHits(): number { return this.m.u32(this.va + 0x18); }
  set AllocateHits(v: number) { this.m.setU32(this.va + 0x18, v); }
  get TotalFrees(): number { return this.m.u32(this.va + 0x1c); }
  set TotalFrees(v: number) { this.m.setU32(this.va + 0x1c, v); }
  get FreeMisses(): number { return this.m.u32(this.va + 0x20); }
  set FreeMisses(v: number) { this.m.setU32(this.va + 0x20, v); }
  get FreeHits(): number { return this.m.u32(this.va + 0x20); }
  set FreeHits(v: number) { this.m.setU32(this.va + 0x20, v); }
  get Type(): number { return this.m.i32(this.va + 0x24); }
  set Type(v: number) { this.m.setU32(this.va + 0x24, v); }
  get Tag(): number { return this.m.u32(this.va + 0x28); }
  set Tag(v: number) { this.m.setU32(this.va + 0x28, v); }
  get Size(): number { return this.m.u32(this.va + 0x2c); }
  set Size(v: number) { this.m.setU32(this.va + 0x2c, v); }
  get AllocateEx(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set AllocateEx(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get Allocate(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set Allocate(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get FreeEx(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set FreeEx(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get Free(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set Free(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get ListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x40); }
  get LastTotalAllocates(): number { return this.m.u32(this.va + 0x50); }
  set LastTotalAllocates(v: number) { this.m.setU32(this.va + 0x50, v); }
  get LastAllocateMisses(): number { return this.m.u32(this.va + 0x54); }
  set LastAllocateMisses(v: number) { this.m.setU32(this.va + 0x54, v); }
  get LastAllocateHits(): number { return this.m.u32(this.va + 0x54); }
  set LastAllocateHits(v: number) { this.m.setU32(this.va + 0x54, v); }
  get Future(): VirtAddr { return this.va + 0x58; }
}

export class GENERIC_MAPPING {
  static readonly size = 0x10;
  static readonly off = { GenericRead: 0, GenericWrite: 4, GenericExecute: 8, GenericAll: 0xc } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get GenericRead(): number { return this.m.u32(this.va); }
  set GenericRead(v: number) { this.m.setU32(this.va, v); }
  get GenericWrite(): number { return this.m.u32(this.va + 4); }
  set GenericWrite(v: number) { this.m.setU32(this.va + 4, v); }
  get GenericExecute(): number { return this.m.u32(this.va + 8); }
  set GenericExecute(v: number) { this.m.setU32(this.va + 8, v); }
  get GenericAll(): number { return this.m.u32(this.va + 0xc); }
  set GenericAll(v: number) { this.m.setU32(this.va + 0xc, v); }
}

export class GUID {
  static readonly size = 0x10;
  static readonly off = { Data1: 0, Data2: 4, Data3: 6, Data4: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Data1(): number { return this.m.u32(this.va); }
  set Data1(v: number) { this.m.setU32(this.va, v); }
  get Data2(): number { return this.m.u16(this.va + 4); }
  set Data2(v: number) { this.m.setU16(this.va + 4, v); }
  get Data3(): number { return this.m.u16(this.va + 6); }
  set Data3(v: number) { this.m.setU16(this.va + 6, v); }
  get Data4(): VirtAddr { return this.va + 8; }
}

export class HANDLE_TABLE {
  static readonly size = 0x218;
  static readonly off = { Process: 0, HandleCount: 8, FirstFree: 0xc, NextNew: 0x10, Spare: 0x14, Pages: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Process(): VirtAddr { return this.m.ptr(this.va); }
  set Process(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get HandleCount(): number { return this.m.u32(this.va + 8); }
  set HandleCount(v: number) { this.m.setU32(this.va + 8, v); }
  get FirstFree(): number { return this.m.u32(this.va + 0xc); }
  set FirstFree(v: number) { this.m.setU32(this.va + 0xc, v); }
  get NextNew(): number { return this.m.u32(this.va + 0x10); }
  set NextNew(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Spare(): number { return this.m.u32(this.va + 0x14); }
  set Spare(v: number) { this.m.setU32(this.va + 0x14, v); }
  get Pages(): VirtAddr { return this.va + 0x18; }
}

export class HANDLE_TABLE_ENTRY {
  static readonly size = 0x10;
  static readonly off = { Object: 0, GrantedAccess: 8, AttributesOrNextFree: 0xc } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Object(): VirtAddr { return this.m.ptr(this.va); }
  set Object(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get GrantedAccess(): number { return this.m.u32(this.va + 8); }
  set GrantedAccess(v: number) { this.m.setU32(this.va + 8, v); }
  get AttributesOrNextFree(): number { return this.m.u32(this.va + 0xc); }
  set AttributesOrNextFree(v: number) { this.m.setU32(this.va + 0xc, v); }
}

export class INITIAL_PRIVILEGE_SET {
  static readonly size = 0x2c;
  static readonly off = { PrivilegeCount: 0, Control: 4, Privilege: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PrivilegeCount(): number { return this.m.u32(this.va); }
  set PrivilegeCount(v: number) { this.m.setU32(this.va, v); }
  get Control(): number { return this.m.u32(this.va + 4); }
  set Control(v: number) { this.m.setU32(this.va + 4, v); }
  get Privilege(): VirtAddr { return this.va + 8; }
}

export class INTERFACE {
  static readonly size = 0x20;
  static readonly off = { Size: 0, Version: 2, Context: 8, InterfaceReference: 0x10, InterfaceDereference: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Size(): number { return this.m.u16(this.va); }
  set Size(v: number) { this.m.setU16(this.va, v); }
  get Version(): number { return this.m.u16(this.va + 2); }
  set Version(v: number) { this.m.setU16(this.va + 2, v); }
  get Context(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Context(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get InterfaceReference(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set InterfaceReference(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get InterfaceDereference(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set InterfaceDereference(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IOP_CLIENT_EXTENSION {
  static readonly size = 0x10;
  static readonly off = { Next: 0, ClientIdentification: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): VirtAddr { return this.m.ptr(this.va); }
  set Next(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get ClientIdentification(): VirtAddr { return this.m.ptr(this.va + 8); }
  set ClientIdentification(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IOP_DRIVER {
  static readonly size = 0x190;
  static readonly off = { Object: 0, Extension: 0x150, ClientExtensions: 0x178, Reinitialize: 0x180, ReinitializeContext: 0x188 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Object(): DRIVER_OBJECT { return new DRIVER_OBJECT(this.m, this.va); }
  get Extension(): DRIVER_EXTENSION { return new DRIVER_EXTENSION(this.m, this.va + 0x150); }
  get ClientExtensions(): VirtAddr { return this.m.ptr(this.va + 0x178); }
  set ClientExtensions(v: VirtAddr) { this.m.setPtr(this.va + 0x178, v); }
  get Reinitialize(): VirtAddr { return this.m.ptr(this.va + 0x180); }
  set Reinitialize(v: VirtAddr) { this.m.setPtr(this.va + 0x180, v); }
  get ReinitializeContext(): VirtAddr { return this.m.ptr(this.va + 0x188); }
  set ReinitializeContext(v: VirtAddr) { this.m.setPtr(this.va + 0x188, v); }
}

export class IO_COMPLETION_CONTEXT {
  static readonly size = 0x10;
  static readonly off = { Port: 0, Key: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Port(): VirtAddr { return this.m.ptr(this.va); }
  set Port(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Key(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Key(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IO_CSQ {
  static readonly size = 0x40;
  static readonly off = { Type: 0, CsqInsertIrp: 8, CsqRemoveIrp: 0x10, CsqPeekNextIrp: 0x18, CsqAcquireLock: 0x20, CsqReleaseLock: 0x28, CsqCompleteCanceledIrp: 0x30, ReservePointer: 0x38 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.u32(this.va); }
  set Type(v: number) { this.m.setU32(this.va, v); }
  get CsqInsertIrp(): VirtAddr { return this.m.ptr(this.va + 8); }
  set CsqInsertIrp(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get CsqRemoveIrp(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set CsqRemoveIrp(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get CsqPeekNextIrp(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set CsqPeekNextIrp(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get CsqAcquireLock(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set CsqAcquireLock(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get CsqReleaseLock(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set CsqReleaseLock(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get CsqCompleteCanceledIrp(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set CsqCompleteCanceledIrp(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get ReservePointer(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set ReservePointer(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
}

export class IO_REMOVE_LOCK {
  static readonly size = 0x20;
  static readonly off = { Common: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Common(): IO_REMOVE_LOCK_COMMON_BLOCK { return new IO_REMOVE_LOCK_COMMON_BLOCK(this.m, this.va); }
}

export class IO_REMOVE_LOCK_COMMON_BLOCK {
  static readonly size = 0x20;
  static readonly off = { Removed: 0, Reserved: 1, IoCount: 4, RemoveEvent: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Removed(): number { return this.m.u8(this.va); }
  set Removed(v: number) { this.m.setU8(this.va, v); }
  get Reserved(): VirtAddr { return this.va + 1; }
  get IoCount(): number { return this.m.i32(this.va + 4); }
  set IoCount(v: number) { this.m.setU32(this.va + 4, v); }
  get RemoveEvent(): KEVENT { return new KEVENT(this.m, this.va + 8); }
}

export class IO_RESOURCE_DESCRIPTOR {
  static readonly size = 0x20;
  static readonly off = { Option: 0, Type: 1, ShareDisposition: 2, Spare1: 3, Flags: 4, Spare2: 6, u: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Option(): number { return this.m.u8(this.va); }
  set Option(v: number) { this.m.setU8(this.va, v); }
  get Type(): number { return this.m.u8(this.va + 1); }
  set Type(v: number) { this.m.setU8(this.va + 1, v); }
  get ShareDisposition(): number { return this.m.u8(this.va + 2); }
  set ShareDisposition(v: number) { this.m.setU8(this.va + 2, v); }
  get Spare1(): number { return this.m.u8(this.va + 3); }
  set Spare1(v: number) { this.m.setU8(this.va + 3, v); }
  get Flags(): number { return this.m.u16(this.va + 4); }
  set Flags(v: number) { this.m.setU16(this.va + 4, v); }
  get Spare2(): number { return this.m.u16(this.va + 6); }
  set Spare2(v: number) { this.m.setU16(this.va + 6, v); }
  get u(): IO_RESOURCE_DESCRIPTOR_u { return new IO_RESOURCE_DESCRIPTOR_u(this.m, this.va + 8); }
}

export class IO_RESOURCE_DESCRIPTOR_u {
  static readonly size = 0x18;
  static readonly off = { Port: 0, Memory: 0, Interrupt: 0, Dma: 0, Generic: 0, DevicePrivate: 0, BusNumber: 0, ConfigData: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Port(): IO_RESOURCE_DESCRIPTOR_u_Port { return new IO_RESOURCE_DESCRIPTOR_u_Port(this.m, this.va); }
  get Memory(): IO_RESOURCE_DESCRIPTOR_u_Memory { return new IO_RESOURCE_DESCRIPTOR_u_Memory(this.m, this.va); }
  get Interrupt(): IO_RESOURCE_DESCRIPTOR_u_Interrupt { return new IO_RESOURCE_DESCRIPTOR_u_Interrupt(this.m, this.va); }
  get Dma(): IO_RESOURCE_DESCRIPTOR_u_Dma { return new IO_RESOURCE_DESCRIPTOR_u_Dma(this.m, this.va); }
  get Generic(): IO_RESOURCE_DESCRIPTOR_u_Generic { return new IO_RESOURCE_DESCRIPTOR_u_Generic(this.m, this.va); }
  get DevicePrivate(): IO_RESOURCE_DESCRIPTOR_u_DevicePrivate { return new IO_RESOURCE_DESCRIPTOR_u_DevicePrivate(this.m, this.va); }
  get BusNumber(): IO_RESOURCE_DESCRIPTOR_u_BusNumber { return new IO_RESOURCE_DESCRIPTOR_u_BusNumber(this.m, this.va); }
  get ConfigData(): IO_RESOURCE_DESCRIPTOR_u_ConfigData { return new IO_RESOURCE_DESCRIPTOR_u_ConfigData(this.m, this.va); }
}

export class IO_RESOURCE_DESCRIPTOR_u_BusNumber {
  static readonly size = 0x10;
  static readonly off = { Length: 0, MinBusNumber: 4, MaxBusNumber: 8, Reserved: 0xc } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get MinBusNumber(): number { return this.m.u32(this.va + 4); }
  set MinBusNumber(v: number) { this.m.setU32(this.va + 4, v); }
  get MaxBusNumber(): number { return this.m.u32(this.va + 8); }
  set MaxBusNumber(v: number) { this.m.setU32(this.va + 8, v); }
  get Reserved(): number { return this.m.u32(this.va + 0xc); }
  set Reserved(v: number) { this.m.setU32(this.va + 0xc, v); }
}

export class IO_RESOURCE_DESCRIPTOR_u_ConfigData {
  static readonly size = 0xc;
  static readonly off = { Priority: 0, Reserved1: 4, Reserved2: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Priority(): number { return this.m.u32(this.va); }
  set Priority(v: number) { this.m.setU32(this.va, v); }
  get Reserved1(): number { return this.m.u32(this.va + 4); }
  set Reserved1(v: number) { this.m.setU32(this.va + 4, v); }
  get Reserved2(): number { return this.m.u32(this.va + 8); }
  set Reserved2(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_RESOURCE_DESCRIPTOR_u_DevicePrivate {
  static readonly size = 0xc;
  static readonly off = { Data: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Data(): VirtAddr { return this.va; }
}

export class IO_RESOURCE_DESCRIPTOR_u_Dma {
  static readonly size = 8;
  static readonly off = { MinimumChannel: 0, MaximumChannel: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MinimumChannel(): number { return this.m.u32(this.va); }
  set MinimumChannel(v: number) { this.m.setU32(this.va, v); }
  get MaximumChannel(): number { return this.m.u32(this.va + 4); }
  set MaximumChannel(v: number) { this.m.setU32(this.va + 4, v); }
}

export class IO_RESOURCE_DESCRIPTOR_u_Generic {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Alignment: 4, MinimumAddress: 8, MaximumAddress: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get Alignment(): number { return this.m.u32(this.va + 4); }
  set Alignment(v: number) { this.m.setU32(this.va + 4, v); }
  get MinimumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 8); }
  get MaximumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_RESOURCE_DESCRIPTOR_u_Interrupt {
  static readonly size = 8;
  static readonly off = { MinimumVector: 0, MaximumVector: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MinimumVector(): number { return this.m.u32(this.va); }
  set MinimumVector(v: number) { this.m.setU32(this.va, v); }
  get MaximumVector(): number { return this.m.u32(this.va + 4); }
  set MaximumVector(v: number) { this.m.setU32(this.va + 4, v); }
}

export class IO_RESOURCE_DESCRIPTOR_u_Memory {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Alignment: 4, MinimumAddress: 8, MaximumAddress: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get Alignment(): number { return this.m.u32(this.va + 4); }
  set Alignment(v: number) { this.m.setU32(this.va + 4, v); }
  get MinimumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 8); }
  get MaximumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_RESOURCE_DESCRIPTOR_u_Port {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Alignment: 4, MinimumAddress: 8, MaximumAddress: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get Alignment(): number { return this.m.u32(this.va + 4); }
  set Alignment(v: number) { this.m.setU32(this.va + 4, v); }
  get MinimumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 8); }
  get MaximumAddress(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_RESOURCE_LIST {
  static readonly size = 0x28;
  static readonly off = { Version: 0, Revision: 2, Count: 4, Descriptors: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Version(): number { return this.m.u16(this.va); }
  set Version(v: number) { this.m.setU16(this.va, v); }
  get Revision(): number { return this.m.u16(this.va + 2); }
  set Revision(v: number) { this.m.setU16(this.va + 2, v); }
  get Count(): number { return this.m.u32(this.va + 4); }
  set Count(v: number) { this.m.setU32(this.va + 4, v); }
  get Descriptors(): VirtAddr { return this.va + 8; }
}

export class IO_RESOURCE_REQUIREMENTS_LIST {
  static readonly size = 0x48;
  static readonly off = { ListSize: 0, InterfaceType: 4, BusNumber: 8, SlotNumber: 0xc, Reserved: 0x10, AlternativeLists: 0x1c, List: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ListSize(): number { return this.m.u32(this.va); }
  set ListSize(v: number) { this.m.setU32(this.va, v); }
  get InterfaceType(): number { return this.m.i32(this.va + 4); }
  set InterfaceType(v: number) { this.m.setU32(this.va + 4, v); }
  get BusNumber(): number { return this.m.u32(this.va + 8); }
  set BusNumber(v: number) { this.m.setU32(this.va + 8, v); }
  get SlotNumber(): number { return this.m.u32(this.va + 0xc); }
  set SlotNumber(v: number) { this.m.setU32(this.va + 0xc, v); }
  get Reserved(): VirtAddr { return this.va + 0x10; }
  get AlternativeLists(): number { return this.m.u32(this.va + 0x1c); }
  set AlternativeLists(v: number) { this.m.setU32(this.va + 0x1c, v); }
  get List(): VirtAddr { return this.va + 0x20; }
}

export class IO_SECURITY_CONTEXT {
  static readonly size = 0x18;
  static readonly off = { SecurityQos: 0, AccessState: 8, DesiredAccess: 0x10, FullCreateOptions: 0x14 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityQos(): VirtAddr { return this.m.ptr(this.va); }
  set SecurityQos(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get AccessState(): VirtAddr { return this.m.ptr(this.va + 8); }
  set AccessState(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get DesiredAccess(): number { return this.m.u32(this.va + 0x10); }
  set DesiredAccess(v: number) { this.m.setU32(this.va + 0x10, v); }
  get FullCreateOptions(): number { return this.m.u32(this.va + 0x14); }
  set FullCreateOptions(v: number) { this.m.setU32(this.va + 0x14, v); }
}

export class IO_STACK_LOCATION {
  static readonly size = 0x48;
  static readonly off = { MajorFunction: 0, MinorFunction: 1, Flags: 2, Control: 3, Parameters: 8, DeviceObject: 0x28, FileObject: 0x30, CompletionRoutine: 0x38, Context: 0x40 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MajorFunction(): number { return this.m.u8(this.va); }
  set MajorFunction(v: number) { this.m.setU8(this.va, v); }
  get MinorFunction(): number { return this.m.u8(this.va + 1); }
  set MinorFunction(v: number) { this.m.setU8(this.va + 1, v); }
  get Flags(): number { return this.m.u8(this.va + 2); }
  set Flags(v: number) { this.m.setU8(this.va + 2, v); }
  get Control(): number { return this.m.u8(this.va + 3); }
  set Control(v: number) { this.m.setU8(this.va + 3, v); }
  get Parameters(): IO_STACK_LOCATION_Parameters { return new IO_STACK_LOCATION_Parameters(this.m, this.va + 8); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get FileObject(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set FileObject(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get CompletionRoutine(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set CompletionRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get Context(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set Context(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
}

export class IO_STACK_LOCATION_Parameters {
  static readonly size = 0x20;
  static readonly off = { Create: 0, CreatePipe: 0, CreateMailslot: 0, Read: 0, Write: 0, QueryDirectory: 0, NotifyDirectory: 0, NotifyDirectoryEx: 0, QueryFile: 0, SetFile: 0, QueryEa: 0, SetEa: 0, QueryVolume: 0, SetVolume: 0, FileSystemControl: 0, LockControl: 0, DeviceIoControl: 0, QuerySecurity: 0, SetSecurity: 0, MountVolume: 0, VerifyVolume: 0, Scsi: 0, QueryQuota: 0, SetQuota: 0, QueryDeviceRelations: 0, QueryInterface: 0, DeviceCapabilities: 0, FilterResourceRequirements: 0, ReadWriteConfig: 0, SetLock: 0, QueryId: 0, QueryDeviceText: 0, UsageNotification: 0, WaitWake: 0, PowerSequence: 0, Power: 0, StartDevice: 0, WMI: 0, Others: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Create(): IO_STACK_LOCATION_Parameters_Create { return new IO_STACK_LOCATION_Parameters_Create(this.m, this.va); }
  get CreatePipe(): IO_STACK_LOCATION_Parameters_CreatePipe { return new IO_STACK_LOCATION_Parameters_CreatePipe(this.m, this.va); }
  get CreateMailslot(): IO_STACK_LOCATION_Parameters_CreateMailslot { return new IO_STACK_LOCATION_Parameters_CreateMailslot(this.m, this.va); }
  get Read(): IO_STACK_LOCATION_Parameters_Read { return new IO_STACK_LOCATION_Parameters_Read(this.m, this.va); }
  get Write(): IO_STACK_LOCATION_Parameters_Write { return new IO_STACK_LOCATION_Parameters_Write(this.m, this.va); }
  get QueryDirectory(): IO_STACK_LOCATION_Parameters_QueryDirectory { return new IO_STACK_LOCATION_Parameters_QueryDirectory(this.m, this.va); }
  get NotifyDirectory(): IO_STACK_LOCATION_Parameters_NotifyDirectory { return new IO_STACK_LOCATION_Parameters_NotifyDirectory(this.m, this.va); }
  get NotifyDirectoryEx(): IO_STACK_LOCATION_Parameters_NotifyDirectoryEx { return new IO_STACK_LOCATION_Parameters_NotifyDirectoryEx(this.m, this.va); }
  get QueryFile(): IO_STACK_LOCATION_Parameters_QueryFile { return new IO_STACK_LOCATION_Parameters_QueryFile(this.m, this.va); }
  get SetFile(): IO_STACK_LOCATION_Parameters_SetFile { return new IO_STACK_LOCATION_Parameters_SetFile(this.m, this.va); }
  get QueryEa(): IO_STACK_LOCATION_Parameters_QueryEa { return new IO_STACK_LOCATION_Parameters_QueryEa(this.m, this.va); }
  get SetEa(): IO_STACK_LOCATION_Parameters_SetEa { return new IO_STACK_LOCATION_Parameters_SetEa(this.m, this.va); }
  get QueryVolume(): IO_STACK_LOCATION_Parameters_QueryVolume { return new IO_STACK_LOCATION_Parameters_QueryVolume(this.m, this.va); }
  get SetVolume(): IO_STACK_LOCATION_Parameters_SetVolume { return new IO_STACK_LOCATION_Parameters_SetVolume(this.m, this.va); }
  get FileSystemControl(): IO_STACK_LOCATION_Parameters_FileSystemControl { return new IO_STACK_LOCATION_Parameters_FileSystemControl(this.m, this.va); }
  get LockControl(): IO_STACK_LOCATION_Parameters_LockControl { return new IO_STACK_LOCATION_Parameters_LockControl(this.m, this.va); }
  get DeviceIoControl(): IO_STACK_LOCATION_Parameters_DeviceIoControl { return new IO_STACK_LOCATION_Parameters_DeviceIoControl(this.m, this.va); }
  get QuerySecurity(): IO_STACK_LOCATION_Parameters_QuerySecurity { return new IO_STACK_LOCATION_Parameters_QuerySecurity(this.m, this.va); }
  get SetSecurity(): IO_STACK_LOCATION_Parameters_SetSecurity { return new IO_STACK_LOCATION_Parameters_SetSecurity(this.m, this.va); }
  get MountVolume(): IO_STACK_LOCATION_Parameters_MountVolume { return new IO_STACK_LOCATION_Parameters_MountVolume(this.m, this.va); }
  get VerifyVolume(): IO_STACK_LOCATION_Parameters_VerifyVolume { return new IO_STACK_LOCATION_Parameters_VerifyVolume(this.m, this.va); }
  get Scsi(): IO_STACK_LOCATION_Parameters_Scsi { return new IO_STACK_LOCATION_Parameters_Scsi(this.m, this.va); }
  get QueryQuota(): IO_STACK_LOCATION_Parameters_QueryQuota { return new IO_STACK_LOCATION_Parameters_QueryQuota(this.m, this.va); }
  get SetQuota(): IO_STACK_LOCATION_Parameters_SetQuota { return new IO_STACK_LOCATION_Parameters_SetQuota(this.m, this.va); }
  get QueryDeviceRelations(): IO_STACK_LOCATION_Parameters_QueryDeviceRelations { return new IO_STACK_LOCATION_Parameters_QueryDeviceRelations(this.m, this.va); }
  get QueryInterface(): IO_STACK_LOCATION_Parameters_QueryInterface { return new IO_STACK_LOCATION_Parameters_QueryInterface(this.m, this.va); }
  get DeviceCapabilities(): IO_STACK_LOCATION_Parameters_DeviceCapabilities { return new IO_STACK_LOCATION_Parameters_DeviceCapabilities(this.m, this.va); }
  get FilterResourceRequirements(): IO_STACK_LOCATION_Parameters_FilterResourceRequirements { return new IO_STACK_LOCATION_Parameters_FilterResourceRequirements(this.m, this.va); }
  get ReadWriteConfig(): IO_STACK_LOCATION_Parameters_ReadWriteConfig { return new IO_STACK_LOCATION_Parameters_ReadWriteConfig(this.m, this.va); }
  get SetLock(): IO_STACK_LOCATION_Parameters_SetLock { return new IO_STACK_LOCATION_Parameters_SetLock(this.m, this.va); }
  get QueryId(): IO_STACK_LOCATION_Parameters_QueryId { return new IO_STACK_LOCATION_Parameters_QueryId(this.m, this.va); }
  get QueryDeviceText(): IO_STACK_LOCATION_Parameters_QueryDeviceText { return new IO_STACK_LOCATION_Parameters_QueryDeviceText(this.m, this.va); }
  get UsageNotification(): IO_STACK_LOCATION_Parameters_UsageNotification { return new IO_STACK_LOCATION_Parameters_UsageNotification(this.m, this.va); }
  get WaitWake(): IO_STACK_LOCATION_Parameters_WaitWake { return new IO_STACK_LOCATION_Parameters_WaitWake(this.m, this.va); }
  get PowerSequence(): IO_STACK_LOCATION_Parameters_PowerSequence { return new IO_STACK_LOCATION_Parameters_PowerSequence(this.m, this.va); }
  get Power(): IO_STACK_LOCATION_Parameters_Power { return new IO_STACK_LOCATION_Parameters_Power(this.m, this.va); }
  get StartDevice(): IO_STACK_LOCATION_Parameters_StartDevice { return new IO_STACK_LOCATION_Parameters_StartDevice(this.m, this.va); }
  get WMI(): IO_STACK_LOCATION_Parameters_WMI { return new IO_STACK_LOCATION_Parameters_WMI(this.m, this.va); }
  get Others(): IO_STACK_LOCATION_Parameters_Others { return new IO_STACK_LOCATION_Parameters_Others(this.m, this.va); }
}

export class IO_STACK_LOCATION_Parameters_Create {
  static readonly size = 0x20;
  static readonly off = { SecurityContext: 0, Options: 8, FileAttributes: 0x10, ShareAccess: 0x12, EaLength: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityContext(): VirtAddr { return this.m.ptr(this.va); }
  set SecurityContext(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Options(): number { return this.m.u32(this.va + 8); }
  set Options(v: number) { this.m.setU32(this.va + 8, v); }
  get FileAttributes(): number { return this.m.u16(this.va + 0x10); }
  set FileAttributes(v: number) { this.m.setU16(this.va + 0x10, v); }
  get ShareAccess(): number { return this.m.u16(this.va + 0x12); }
  set ShareAccess(v: number) { this.m.setU16(this.va + 0x12, v); }
  get EaLength(): number { return this.m.u32(this.va + 0x18); }
  set EaLength(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_CreateMailslot {
  static readonly size = 0x20;
  static readonly off = { SecurityContext: 0, Options: 8, Reserved: 0x10, ShareAccess: 0x12, Parameters: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityContext(): VirtAddr { return this.m.ptr(this.va); }
  set SecurityContext(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Options(): number { return this.m.u32(this.va + 8); }
  set Options(v: number) { this.m.setU32(this.va + 8, v); }
  get Reserved(): number { return this.m.u16(this.va + 0x10); }
  set Reserved(v: number) { this.m.setU16(this.va + 0x10, v); }
  get ShareAccess(): number { return this.m.u16(this.va + 0x12); }
  set ShareAccess(v: number) { this.m.setU16(this.va + 0x12, v); }
  get Parameters(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Parameters(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_CreatePipe {
  static readonly size = 0x20;
  static readonly off = { SecurityContext: 0, Options: 8, Reserved: 0x10, ShareAccess: 0x12, Parameters: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityContext(): VirtAddr { return this.m.ptr(this.va); }
  set SecurityContext(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Options(): number { return this.m.u32(this.va + 8); }
  set Options(v: number) { this.m.setU32(this.va + 8, v); }
  get Reserved(): number { return this.m.u16(this.va + 0x10); }
  set Reserved(v: number) { this.m.setU16(this.va + 0x10, v); }
  get ShareAccess(): number { return this.m.u16(this.va + 0x12); }
  set ShareAccess(v: number) { this.m.setU16(this.va + 0x12, v); }
  get Parameters(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Parameters(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_DeviceCapabilities {
  static readonly size = 8;
  static readonly off = { Capabilities: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Capabilities(): VirtAddr { return this.m.ptr(this.va); }
  set Capabilities(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_DeviceIoControl {
  static readonly size = 0x20;
  static readonly off = { OutputBufferLength: 0, InputBufferLength: 8, IoControlCode: 0x10, Type3InputBuffer: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get OutputBufferLength(): number { return this.m.u32(this.va); }
  set OutputBufferLength(v: number) { this.m.setU32(this.va, v); }
  get InputBufferLength(): number { return this.m.u32(this.va + 8); }
  set InputBufferLength(v: number) { this.m.setU32(this.va + 8, v); }
  get IoControlCode(): number { return this.m.u32(this.va + 0x10); }
  set IoControlCode(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Type3InputBuffer(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Type3InputBuffer(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_FileSystemControl {
  static readonly size = 0x20;
  static readonly off = { OutputBufferLength: 0, InputBufferLength: 8, FsControlCode: 0x10, Type3InputBuffer: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get OutputBufferLength(): number { return this.m.u32(this.va); }
  set OutputBufferLength(v: number) { this.m.setU32(this.va, v); }
  get InputBufferLength(): number { return this.m.u32(this.va + 8); }
  set InputBufferLength(v: number) { this.m.setU32(this.va + 8, v); }
  get FsControlCode(): number { return this.m.u32(this.va + 0x10); }
  set FsControlCode(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Type3InputBuffer(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Type3InputBuffer(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_FilterResourceRequirements {
  static readonly size = 8;
  static readonly off = { IoResourceRequirementList: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get IoResourceRequirementList(): VirtAddr { return this.m.ptr(this.va); }
  set IoResourceRequirementList(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_LockControl {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Key: 8, ByteOffset: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): VirtAddr { return this.m.ptr(this.va); }
  set Length(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Key(): number { return this.m.u32(this.va + 8); }
  set Key(v: number) { this.m.setU32(this.va + 8, v); }
  get ByteOffset(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_STACK_LOCATION_Parameters_MountVolume {
  static readonly size = 0x10;
  static readonly off = { Vpb: 0, DeviceObject: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Vpb(): VirtAddr { return this.m.ptr(this.va); }
  set Vpb(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_NotifyDirectory {
  static readonly size = 0x10;
  static readonly off = { Length: 0, CompletionFilter: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get CompletionFilter(): number { return this.m.u32(this.va + 8); }
  set CompletionFilter(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_NotifyDirectoryEx {
  static readonly size = 0x18;
  static readonly off = { Length: 0, CompletionFilter: 8, DirectoryNotifyInformationClass: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get CompletionFilter(): number { return this.m.u32(this.va + 8); }
  set CompletionFilter(v: number) { this.m.setU32(this.va + 8, v); }
  get DirectoryNotifyInformationClass(): number { return this.m.i32(this.va + 0x10); }
  set DirectoryNotifyInformationClass(v: number) { this.m.setU32(this.va + 0x10, v); }
}

export class IO_STACK_LOCATION_Parameters_Others {
  static readonly size = 0x20;
  static readonly off = { Argument1: 0, Argument2: 8, Argument3: 0x10, Argument4: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Argument1(): VirtAddr { return this.m.ptr(this.va); }
  set Argument1(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Argument2(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Argument2(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Argument3(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set Argument3(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get Argument4(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Argument4(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_Power {
  static readonly size = 0x20;
  static readonly off = { SystemContext: 0, SystemPowerStateContext: 0, Type: 8, State: 0x10, ShutdownType: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SystemContext(): number { return this.m.u32(this.va); }
  set SystemContext(v: number) { this.m.setU32(this.va, v); }
  get SystemPowerStateContext(): SYSTEM_POWER_STATE_CONTEXT { return new SYSTEM_POWER_STATE_CONTEXT(this.m, this.va); }
  get Type(): number { return this.m.i32(this.va + 8); }
  set Type(v: number) { this.m.setU32(this.va + 8, v); }
  get State(): POWER_STATE { return new POWER_STATE(this.m, this.va + 0x10); }
  get ShutdownType(): number { return this.m.i32(this.va + 0x18); }
  set ShutdownType(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_PowerSequence {
  static readonly size = 8;
  static readonly off = { PowerSequence: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PowerSequence(): VirtAddr { return this.m.ptr(this.va); }
  set PowerSequence(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryDeviceRelations {
  static readonly size = 4;
  static readonly off = { Type: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i32(this.va); }
  set Type(v: number) { this.m.setU32(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryDeviceText {
  static readonly size = 0x10;
  static readonly off = { DeviceTextType: 0, LocaleId: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DeviceTextType(): number { return this.m.i32(this.va); }
  set DeviceTextType(v: number) { this.m.setU32(this.va, v); }
  get LocaleId(): number { return this.m.u32(this.va + 8); }
  set LocaleId(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryDirectory {
  static readonly size = 0x20;
  static readonly off = { Length: 0, FileName: 8, FileInformationClass: 0x10, FileIndex: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get FileName(): VirtAddr { return this.m.ptr(this.va + 8); }
  set FileName(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get FileInformationClass(): number { return this.m.i32(this.va + 0x10); }
  set FileInformationClass(v: number) { this.m.setU32(this.va + 0x10, v); }
  get FileIndex(): number { return this.m.u32(this.va + 0x18); }
  set FileIndex(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryEa {
  static readonly size = 0x20;
  static readonly off = { Length: 0, EaList: 8, EaListLength: 0x10, EaIndex: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get EaList(): VirtAddr { return this.m.ptr(this.va + 8); }
  set EaList(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get EaListLength(): number { return this.m.u32(this.va + 0x10); }
  set EaListLength(v: number) { this.m.setU32(this.va + 0x10, v); }
  get EaIndex(): number { return this.m.u32(this.va + 0x18); }
  set EaIndex(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryFile {
  static readonly size = 0x10;
  static readonly off = { Length: 0, FileInformationClass: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get FileInformationClass(): number { return this.m.i32(this.va + 8); }
  set FileInformationClass(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryId {
  static readonly size = 4;
  static readonly off = { IdType: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get IdType(): number { return this.m.i32(this.va); }
  set IdType(v: number) { this.m.setU32(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryInterface {
  static readonly size = 0x20;
  static readonly off = { InterfaceType: 0, Size: 8, Version: 0xa, Interface: 0x10, InterfaceSpecificData: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get InterfaceType(): VirtAddr { return this.m.ptr(this.va); }
  set InterfaceType(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Size(): number { return this.m.u16(this.va + 8); }
  set Size(v: number) { this.m.setU16(this.va + 8, v); }
  get Version(): number { return this.m.u16(this.va + 0xa); }
  set Version(v: number) { this.m.setU16(this.va + 0xa, v); }
  get Interface(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set Interface(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get InterfaceSpecificData(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set InterfaceSpecificData(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryQuota {
  static readonly size = 0x20;
  static readonly off = { Length: 0, StartSid: 8, SidList: 0x10, SidListLength: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get StartSid(): VirtAddr { return this.m.ptr(this.va + 8); }
  set StartSid(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get SidList(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set SidList(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get SidListLength(): number { return this.m.u32(this.va + 0x18); }
  set SidListLength(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_QuerySecurity {
  static readonly size = 0x10;
  static readonly off = { SecurityInformation: 0, Length: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityInformation(): number { return this.m.u32(this.va); }
  set SecurityInformation(v: number) { this.m.setU32(this.va, v); }
  get Length(): number { return this.m.u32(this.va + 8); }
  set Length(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_QueryVolume {
  static readonly size = 0x10;
  static readonly off = { Length: 0, FsInformationClass: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get FsInformationClass(): number { return this.m.i32(this.va + 8); }
  set FsInformationClass(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_Read {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Key: 8, Flags: 0xc, ByteOffset: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get Key(): number { return this.m.u32(this.va + 8); }
  set Key(v: number) { this.m.setU32(this.va + 8, v); }
  get Flags(): number { return this.m.u32(this.va + 0xc); }
  set Flags(v: number) { this.m.setU32(this.va + 0xc, v); }
  get ByteOffset(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_STACK_LOCATION_Parameters_ReadWriteConfig {
  static readonly size = 0x20;
  static readonly off = { WhichSpace: 0, Buffer: 8, Offset: 0x10, Length: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get WhichSpace(): number { return this.m.u32(this.va); }
  set WhichSpace(v: number) { this.m.setU32(this.va, v); }
  get Buffer(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Buffer(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Offset(): number { return this.m.u32(this.va + 0x10); }
  set Offset(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Length(): number { return this.m.u32(this.va + 0x18); }
  set Length(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_Scsi {
  static readonly size = 8;
  static readonly off = { Srb: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Srb(): VirtAddr { return this.m.ptr(this.va); }
  set Srb(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_SetEa {
  static readonly size = 4;
  static readonly off = { Length: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_SetFile {
  static readonly size = 0x20;
  static readonly off = { Length: 0, FileInformationClass: 8, FileObject: 0x10, ReplaceIfExists: 0x18, AdvanceOnly: 0x19, ClusterCount: 0x18, DeleteHandle: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get FileInformationClass(): number { return this.m.i32(this.va + 8); }
  set FileInformationClass(v: number) { this.m.setU32(this.va + 8, v); }
  get FileObject(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set FileObject(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get ReplaceIfExists(): number { return this.m.u8(this.va + 0x18); }
  set ReplaceIfExists(v: number) { this.m.setU8(this.va + 0x18, v); }
  get AdvanceOnly(): number { return this.m.u8(this.va + 0x19); }
  set AdvanceOnly(v: number) { this.m.setU8(this.va + 0x19, v); }
  get ClusterCount(): number { return this.m.u32(this.va + 0x18); }
  set ClusterCount(v: number) { this.m.setU32(this.va + 0x18, v); }
  get DeleteHandle(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set DeleteHandle(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_SetLock {
  static readonly size = 1;
  static readonly off = { Lock: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Lock(): number { return this.m.u8(this.va); }
  set Lock(v: number) { this.m.setU8(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_SetQuota {
  static readonly size = 4;
  static readonly off = { Length: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_SetSecurity {
  static readonly size = 0x10;
  static readonly off = { SecurityInformation: 0, SecurityDescriptor: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SecurityInformation(): number { return this.m.u32(this.va); }
  set SecurityInformation(v: number) { this.m.setU32(this.va, v); }
  get SecurityDescriptor(): VirtAddr { return this.m.ptr(this.va + 8); }
  set SecurityDescriptor(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_SetVolume {
  static readonly size = 0x10;
  static readonly off = { Length: 0, FsInformationClass: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get FsInformationClass(): number { return this.m.i32(this.va + 8); }
  set FsInformationClass(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_StartDevice {
  static readonly size = 0x10;
  static readonly off = { AllocatedResources: 0, AllocatedResourcesTranslated: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get AllocatedResources(): VirtAddr { return this.m.ptr(this.va); }
  set AllocatedResources(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get AllocatedResourcesTranslated(): VirtAddr { return this.m.ptr(this.va + 8); }
  set AllocatedResourcesTranslated(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_UsageNotification {
  static readonly size = 0x10;
  static readonly off = { InPath: 0, Reserved: 1, Type: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get InPath(): number { return this.m.u8(this.va); }
  set InPath(v: number) { this.m.setU8(this.va, v); }
  get Reserved(): VirtAddr { return this.va + 1; }
  get Type(): number { return this.m.i32(this.va + 8); }
  set Type(v: number) { this.m.setU32(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_VerifyVolume {
  static readonly size = 0x10;
  static readonly off = { Vpb: 0, DeviceObject: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Vpb(): VirtAddr { return this.m.ptr(this.va); }
  set Vpb(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IO_STACK_LOCATION_Parameters_WMI {
  static readonly size = 0x20;
  static readonly off = { ProviderId: 0, DataPath: 8, BufferSize: 0x10, Buffer: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ProviderId(): bigint { return this.m.u64(this.va); }
  set ProviderId(v: bigint) { this.m.setU64(this.va, v); }
  get DataPath(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DataPath(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get BufferSize(): number { return this.m.u32(this.va + 0x10); }
  set BufferSize(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Buffer(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Buffer(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class IO_STACK_LOCATION_Parameters_WaitWake {
  static readonly size = 4;
  static readonly off = { PowerState: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PowerState(): number { return this.m.i32(this.va); }
  set PowerState(v: number) { this.m.setU32(this.va, v); }
}

export class IO_STACK_LOCATION_Parameters_Write {
  static readonly size = 0x18;
  static readonly off = { Length: 0, Key: 8, Flags: 0xc, ByteOffset: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get Key(): number { return this.m.u32(this.va + 8); }
  set Key(v: number) { this.m.setU32(this.va + 8, v); }
  get Flags(): number { return this.m.u32(this.va + 0xc); }
  set Flags(v: number) { this.m.setU32(this.va + 0xc, v); }
  get ByteOffset(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x10); }
}

export class IO_STATUS_BLOCK {
  static readonly size = 0x10;
  static readonly off = { Status: 0, Pointer: 0, Information: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Status(): number { return this.m.i32(this.va); }
  set Status(v: number) { this.m.setU32(this.va, v); }
  get Pointer(): VirtAddr { return this.m.ptr(this.va); }
  set Pointer(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Information(): bigint { return this.m.u64(this.va + 8); }
  set Information(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class IRP {
  static readonly size = 0xd0;
  static readonly off = { Type: 0, Size: 2, AllocationProcessorNumber: 4, Reserved: 6, MdlAddress: 8, Flags: 0x10, AssociatedIrp: 0x18, ThreadListEntry: 0x20, IoStatus: 0x30, RequestorMode: 0x40, PendingReturned: 0x41, StackCount: 0x42, CurrentLocation: 0x43, Cancel: 0x44, CancelIrql: 0x45, ApcEnvironment: 0x46, AllocationFlags: 0x47, UserIosb: 0x48, UserEvent: 0x50, Overlay: 0x58, CancelRoutine: 0x68, UserBuffer: 0x70, Tail: 0x78 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.u16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get AllocationProcessorNumber(): number { return this.m.u16(this.va + 4); }
  set AllocationProcessorNumber(v: number) { this.m.setU16(this.va + 4, v); }
  get Reserved(): number { return this.m.u16(this.va + 6); }
  set Reserved(v: number) { this.m.setU16(this.va + 6, v); }
  get MdlAddress(): VirtAddr { return this.m.ptr(this.va + 8); }
  set MdlAddress(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Flags(): number { return this.m.u32(this.va + 0x10); }
  set Flags(v: number) { this.m.setU32(this.va + 0x10, v); }
  get AssociatedIrp(): IRP_AssociatedIrp { return new IRP_AssociatedIrp(this.m, this.va + 0x18); }
  get ThreadListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x20); }
  get IoStatus(): IO_STATUS_BLOCK { return new IO_STATUS_BLOCK(this.m, this.va + 0x30); }
  get RequestorMode(): number { return this.m.i8(this.va + 0x40); }
  set RequestorMode(v: number) { this.m.setU8(this.va + 0x40, v); }
  get PendingReturned(): number { return this.m.u8(this.va + 0x41); }
  set PendingReturned(v: number) { this.m.setU8(this.va + 0x41, v); }
  get StackCount(): number { return this.m.i8(this.va + 0x42); }
  set StackCount(v: number) { this.m.setU8(this.va + 0x42, v); }
  get CurrentLocation(): number { return this.m.i8(this.va + 0x43); }
  set CurrentLocation(v: number) { this.m.setU8(this.va + 0x43, v); }
  get Cancel(): number { return this.m.u8(this.va + 0x44); }
  set Cancel(v: number) { this.m.setU8(this.va + 0x44, v); }
  get CancelIrql(): number { return this.m.u8(this.va + 0x45); }
  set CancelIrql(v: number) { this.m.setU8(this.va + 0x45, v); }
  get ApcEnvironment(): number { return this.m.i8(this.va + 0x46); }
  set ApcEnvironment(v: number) { this.m.setU8(this.va + 0x46, v); }
  get AllocationFlags(): number { return this.m.u8(this.va + 0x47); }
  set AllocationFlags(v: number) { this.m.setU8(this.va + 0x47, v); }
  get UserIosb(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set UserIosb(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get UserEvent(): VirtAddr { return this.m.ptr(this.va + 0x50); }
  set UserEvent(v: VirtAddr) { this.m.setPtr(this.va + 0x50, v); }
  get Overlay(): IRP_Overlay { return new IRP_Overlay(this.m, this.va + 0x58); }
  get CancelRoutine(): VirtAddr { return this.m.ptr(this.va + 0x68); }
  set CancelRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x68, v); }
  get UserBuffer(): VirtAddr { return this.m.ptr(this.va + 0x70); }
  set UserBuffer(v: VirtAddr) { this.m.setPtr(this.va + 0x70, v); }
  get Tail(): IRP_Tail { return new IRP_Tail(this.m, this.va + 0x78); }
}

export class IRP_AssociatedIrp {
  static readonly size = 8;
  static readonly off = { MasterIrp: 0, IrpCount: 0, SystemBuffer: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MasterIrp(): VirtAddr { return this.m.ptr(this.va); }
  set MasterIrp(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get IrpCount(): number { return this.m.i32(this.va); }
  set IrpCount(v: number) { this.m.setU32(this.va, v); }
  get SystemBuffer(): VirtAddr { return this.m.ptr(this.va); }
  set SystemBuffer(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IRP_Overlay {
  static readonly size = 0x10;
  static readonly off = { AsynchronousParameters: 0, AllocationSize: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get AsynchronousParameters(): IRP_Overlay_AsynchronousParameters { return new IRP_Overlay_AsynchronousParameters(this.m, this.va); }
  get AllocationSize(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
}

export class IRP_Overlay_AsynchronousParameters {
  static readonly size = 0x10;
  static readonly off = { UserApcRoutine: 0, IssuingProcess: 0, UserApcContext: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get UserApcRoutine(): VirtAddr { return this.m.ptr(this.va); }
  set UserApcRoutine(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get IssuingProcess(): VirtAddr { return this.m.ptr(this.va); }
  set IssuingProcess(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get UserApcContext(): VirtAddr { return this.m.ptr(this.va + 8); }
  set UserApcContext(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class IRP_Tail {
  static readonly size = 0x58;
  static readonly off = { Overlay: 0, Apc: 0, CompletionKey: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Overlay(): IRP_Tail_Overlay { return new IRP_Tail_Overlay(this.m, this.va); }
  get Apc(): KAPC { return new KAPC(this.m, this.va); }
  get CompletionKey(): VirtAddr { return this.m.ptr(this.va); }
  set CompletionKey(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class IRP_Tail_Overlay {
  static readonly size = 0x58;
  static readonly off = { DeviceQueueEntry: 0, DriverContext: 0, Thread: 0x20, AuxiliaryBuffer: 0x28, ListEntry: 0x30, CurrentStackLocation: 0x40, PacketType: 0x40, OriginalFileObject: 0x48, IrpExtension: 0x50 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DeviceQueueEntry(): KDEVICE_QUEUE_ENTRY { return new KDEVICE_QUEUE_ENTRY(this.m, this.va); }
  get DriverContext(): VirtAddr { return this.va; }
  get Thread(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set Thread(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get AuxiliaryBuffer(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set AuxiliaryBuffer(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get ListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x30); }
  get CurrentStackLocation(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set CurrentStackLocation(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get PacketType(): number { return this.m.u32(this.va + 0x40); }
  set PacketType(v: number) { this.m.setU32(this.va + 0x40, v); }
  get OriginalFileObject(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set OriginalFileObject(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get IrpExtension(): VirtAddr { return this.m.ptr(this.va + 0x50); }
  set IrpExtension(v: VirtAddr) { this.m.setPtr(this.va + 0x50, v); }
}

export class KAPC {
  static readonly size = 0x58;
  static readonly off = { Type: 0, SpareByte0: 1, Size: 2, SpareByte1: 3, SpareLong0: 4, Thread: 8, ApcListEntry: 0x10, KernelRoutine: 0x20, RundownRoutine: 0x28, NormalRoutine: 0x30, NormalContext: 0x38, SystemArgument1: 0x40, SystemArgument2: 0x48, ApcStateIndex: 0x50, ApcMode: 0x51, Inserted: 0x52 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.u8(this.va); }
  set Type(v: number) { this.m.setU8(this.va, v); }
  get SpareByte0(): number { return this.m.u8(this.va + 1); }
  set SpareByte0(v: number) { this.m.setU8(this.va + 1, v); }
  get Size(): number { return this.m.u8(this.va + 2); }
  set Size(v: number) { this.m.setU8(this.va + 2, v); }
  get SpareByte1(): number { return this.m.u8(this.va + 3); }
  set SpareByte1(v: number) { this.m.setU8(this.va + 3, v); }
  get SpareLong0(): number { return this.m.u32(this.va + 4); }
  set SpareLong0(v: number) { this.m.setU32(this.va + 4, v); }
  get Thread(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Thread(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get ApcListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x10); }
  get KernelRoutine(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set KernelRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get RundownRoutine(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set RundownRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get NormalRoutine(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set NormalRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get NormalContext(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set NormalContext(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get SystemArgument1(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set SystemArgument1(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get SystemArgument2(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set SystemArgument2(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get ApcStateIndex(): number { return this.m.i8(this.va + 0x50); }
  set ApcStateIndex(v: number) { this.m.setU8(this.va + 0x50, v); }
  get ApcMode(): number { return this.m.i8(this.va + 0x51); }
  set ApcMode(v: number) { this.m.setU8(this.va + 0x51, v); }
  get Inserted(): number { return this.m.u8(this.va + 0x52); }
  set Inserted(v: number) { this.m.setU8(this.va + 0x52, v); }
}

export class KAPC_STATE {
  static readonly size = 0x30;
  static readonly off = { ApcListHead: 0, Process: 0x20, KernelApcInProgress: 0x28, KernelApcPending: 0x29, UserApcPending: 0x2a } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ApcListHead(): VirtAddr { return this.va; }
  get Process(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set Process(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get KernelApcInProgress(): number { return this.m.u8(this.va + 0x28); }
  set KernelApcInProgress(v: number) { this.m.setU8(this.va + 0x28, v); }
  get KernelApcPending(): number { return this.m.u8(this.va + 0x29); }
  set KernelApcPending(v: number) { this.m.setU8(this.va + 0x29, v); }
  get UserApcPending(): number { return this.m.u8(this.va + 0x2a); }
  set UserApcPending(v: number) { this.m.setU8(this.va + 0x2a, v); }
}

export class KDEVICE_QUEUE {
  static readonly size = 0x28;
  static readonly off = { Type: 0, Size: 2, DeviceListHead: 8, Lock: 0x18, Busy: 0x20, Reserved: 0x20, Hint: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.i16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get DeviceListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 8); }
  get Lock(): bigint { return this.m.u64(this.va + 0x18); }
  set Lock(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get Busy(): number { return this.m.u8(this.va + 0x20); }
  set Busy(v: number) { this.m.setU8(this.va + 0x20, v); }
  get Reserved(): number { return Number(BigInt.asIntN(8, (this.m.u64(this.va + 0x20) >> 0n) & 0xffn)); }
  set Reserved(v: number) { this.m.setU64(this.va + 0x20, (this.m.u64(this.va + 0x20) & 0xffffffffffffff00n) | ((BigInt(v) & 0xffn) << 0n)); }
  get Hint(): bigint { return BigInt.asIntN(56, (this.m.u64(this.va + 0x20) >> 8n) & 0xffffffffffffffn); }
  set Hint(v: bigint) { this.m.setU64(this.va + 0x20, (this.m.u64(this.va + 0x20) & 0xffn) | ((v & 0xffffffffffffffn) << 8n)); }
}

export class KDEVICE_QUEUE_ENTRY {
  static readonly size = 0x18;
  static readonly off = { DeviceListEntry: 0, SortKey: 0x10, Inserted: 0x14 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DeviceListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get SortKey(): number { return this.m.u32(this.va + 0x10); }
  set SortKey(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Inserted(): number { return this.m.u8(this.va + 0x14); }
  set Inserted(v: number) { this.m.setU8(this.va + 0x14, v); }
}

export class KDPC {
  static readonly size = 0x40;
  static readonly off = { TargetInfoAsUlong: 0, Type: 0, Importance: 1, Number: 2, DpcListEntry: 8, ProcessorHistory: 0x10, DeferredRoutine: 0x18, DeferredContext: 0x20, SystemArgument1: 0x28, SystemArgument2: 0x30, DpcData: 0x38 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get TargetInfoAsUlong(): number { return this.m.u32(this.va); }
  set TargetInfoAsUlong(v: number) { this.m.setU32(this.va, v); }
  get Type(): number { return this.m.u8(this.va); }
  set Type(v: number) { this.m.setU8(this.va, v); }
  get Importance(): number { return this.m.u8(this.va + 1); }
  set Importance(v: number) { this.m.setU8(this.va + 1, v); }
  get Number(): number { return this.m.u16(this.va + 2); }
  set Number(v: number) { this.m.setU16(this.va + 2, v); }
  get DpcListEntry(): SINGLE_LIST_ENTRY { return new SINGLE_LIST_ENTRY(this.m, this.va + 8); }
  get ProcessorHistory(): bigint { return this.m.u64(this.va + 0x10); }
  set ProcessorHistory(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get DeferredRoutine(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set DeferredRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get DeferredContext(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set DeferredContext(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get SystemArgument1(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set SystemArgument1(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get SystemArgument2(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set SystemArgument2(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get DpcData(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set DpcData(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
}

export class KEVENT {
  static readonly size = 0x18;
  static readonly off = { Header: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
}

export class KFRAME_HEADER {
  static readonly size = 0x20;
  static readonly off = { Flags: 0, WindowBytes: 4, CallerSp: 8, CallerFp: 0x10, Return: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Flags(): number { return this.m.u32(this.va); }
  set Flags(v: number) { this.m.setU32(this.va, v); }
  get WindowBytes(): number { return this.m.u32(this.va + 4); }
  set WindowBytes(v: number) { this.m.setU32(this.va + 4, v); }
  get CallerSp(): bigint { return this.m.u64(this.va + 8); }
  set CallerSp(v: bigint) { this.m.setU64(this.va + 8, v); }
  get CallerFp(): bigint { return this.m.u64(this.va + 0x10); }
  set CallerFp(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Return(): bigint { return this.m.u64(this.va + 0x18); }
  set Return(v: bigint) { this.m.setU64(this.va + 0x18, v); }
}

export class KIPCR {
  static readonly size = 0x1d0;
  static readonly off = { Pcr: 0, Spare: 0x178, Prcb: 0x180 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Pcr(): KPCR { return new KPCR(this.m, this.va); }
  get Spare(): bigint { return this.m.u64(this.va + 0x178); }
  set Spare(v: bigint) { this.m.setU64(this.va + 0x178, v); }
  get Prcb(): KPRCB { return new KPRCB(this.m, this.va + 0x180); }
}

export class KI_CURSOR {
  static readonly size = 0x20;
  static readonly off = { Ip: 0, Fp: 8, Sp: 0x10, Exact: 0x18, Scope: 0x1c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Ip(): bigint { return this.m.u64(this.va); }
  set Ip(v: bigint) { this.m.setU64(this.va, v); }
  get Fp(): bigint { return this.m.u64(this.va + 8); }
  set Fp(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Sp(): bigint { return this.m.u64(this.va + 0x10); }
  set Sp(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Exact(): number { return this.m.u32(this.va + 0x18); }
  set Exact(v: number) { this.m.setU32(this.va + 0x18, v); }
  get Scope(): number { return this.m.u32(this.va + 0x1c); }
  set Scope(v: number) { this.m.setU32(this.va + 0x1c, v); }
}

export class KI_DETOUR {
  static readonly size = 0x30;
  static readonly off = { Next: 0, OwnerFp: 8, Cursor: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): VirtAddr { return this.m.ptr(this.va); }
  set Next(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get OwnerFp(): bigint { return this.m.u64(this.va + 8); }
  set OwnerFp(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Cursor(): KI_CURSOR { return new KI_CURSOR(this.m, this.va + 0x10); }
}

export class KI_FUNCTION {
  static readonly size = 0x30;
  static readonly off = { Base: 0, Unwind: 8, Header: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Base(): bigint { return this.m.u64(this.va); }
  set Base(v: bigint) { this.m.setU64(this.va, v); }
  get Unwind(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Unwind(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Header(): KFRAME_HEADER { return new KFRAME_HEADER(this.m, this.va + 0x10); }
}

export class KI_IMAGE_HEADER {
  static readonly size = 0x20;
  static readonly off = { Magic: 0, ImageBytes: 4, Pdata: 8, PdataCount: 0xc, Entry: 0x10, HashLow: 0x14, HashHigh: 0x18, Reserved: 0x1c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Magic(): number { return this.m.u32(this.va); }
  set Magic(v: number) { this.m.setU32(this.va, v); }
  get ImageBytes(): number { return this.m.u32(this.va + 4); }
  set ImageBytes(v: number) { this.m.setU32(this.va + 4, v); }
  get Pdata(): number { return this.m.u32(this.va + 8); }
  set Pdata(v: number) { this.m.setU32(this.va + 8, v); }
  get PdataCount(): number { return this.m.u32(this.va + 0xc); }
  set PdataCount(v: number) { this.m.setU32(this.va + 0xc, v); }
  get Entry(): number { return this.m.u32(this.va + 0x10); }
  set Entry(v: number) { this.m.setU32(this.va + 0x10, v); }
  get HashLow(): number { return this.m.u32(this.va + 0x14); }
  set HashLow(v: number) { this.m.setU32(this.va + 0x14, v); }
  get HashHigh(): number { return this.m.u32(this.va + 0x18); }
  set HashHigh(v: number) { this.m.setU32(this.va + 0x18, v); }
  get Reserved(): number { return this.m.u32(this.va + 0x1c); }
  set Reserved(v: number) { this.m.setU32(this.va + 0x1c, v); }
}

export class KI_PDATA {
  static readonly size = 0xc;
  static readonly off = { Begin: 0, End: 4, Info: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Begin(): number { return this.m.u32(this.va); }
  set Begin(v: number) { this.m.setU32(this.va, v); }
  get End(): number { return this.m.u32(this.va + 4); }
  set End(v: number) { this.m.setU32(this.va + 4, v); }
  get Info(): number { return this.m.u32(this.va + 8); }
  set Info(v: number) { this.m.setU32(this.va + 8, v); }
}

export class KI_READY_QUEUE {
  static readonly size = 0x208;
  static readonly off = { Summary: 0, Count: 4, Lists: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Summary(): number { return this.m.u32(this.va); }
  set Summary(v: number) { this.m.setU32(this.va, v); }
  get Count(): number { return this.m.u32(this.va + 4); }
  set Count(v: number) { this.m.setU32(this.va + 4, v); }
  get Lists(): VirtAddr { return this.va + 8; }
}

export class KI_SCOPE {
  static readonly size = 0x10;
  static readonly off = { Begin: 0, End: 4, Filter: 8, Handler: 0xc } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Begin(): number { return this.m.u32(this.va); }
  set Begin(v: number) { this.m.setU32(this.va, v); }
  get End(): number { return this.m.u32(this.va + 4); }
  set End(v: number) { this.m.setU32(this.va + 4, v); }
  get Filter(): number { return this.m.u32(this.va + 8); }
  set Filter(v: number) { this.m.setU32(this.va + 8, v); }
  get Handler(): number { return this.m.u32(this.va + 0xc); }
  set Handler(v: number) { this.m.setU32(this.va + 0xc, v); }
}

export class KI_SERVICE {
  static readonly size = 0x18;
  static readonly off = { Routine: 0, Name: 8, Arguments: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Routine(): VirtAddr { return this.m.ptr(this.va); }
  set Routine(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Name(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Name(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Arguments(): number { return this.m.u32(this.va + 0x10); }
  set Arguments(v: number) { this.m.setU32(this.va + 0x10, v); }
}

export class KI_UNWIND {
  static readonly size = 0x24;
  static readonly off = { WindowBytes: 0, OutgoingBytes: 4, Flags: 8, Parent: 0xc, ScopeCount: 0x10, Scopes: 0x14 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get WindowBytes(): number { return this.m.u32(this.va); }
  set WindowBytes(v: number) { this.m.setU32(this.va, v); }
  get OutgoingBytes(): number { return this.m.u32(this.va + 4); }
  set OutgoingBytes(v: number) { this.m.setU32(this.va + 4, v); }
  get Flags(): number { return this.m.u32(this.va + 8); }
  set Flags(v: number) { this.m.setU32(this.va + 8, v); }
  get Parent(): number { return this.m.u32(this.va + 0xc); }
  set Parent(v: number) { this.m.setU32(this.va + 0xc, v); }
  get ScopeCount(): number { return this.m.u32(this.va + 0x10); }
  set ScopeCount(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Scopes(): VirtAddr { return this.va + 0x14; }
}

export class KLDR_DATA_TABLE_ENTRY {
  static readonly size = 0xc0;
  static readonly off = { InLoadOrderLinks: 0, DllBase: 0x10, EntryPoint: 0x18, SizeOfImage: 0x20, Flags: 0x24, Hash: 0x28, BaseDllName: 0x30, NameBuffer: 0x40 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get InLoadOrderLinks(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get DllBase(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set DllBase(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get EntryPoint(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set EntryPoint(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get SizeOfImage(): number { return this.m.u32(this.va + 0x20); }
  set SizeOfImage(v: number) { this.m.setU32(this.va + 0x20, v); }
  get Flags(): number { return this.m.u32(this.va + 0x24); }
  set Flags(v: number) { this.m.setU32(this.va + 0x24, v); }
  get Hash(): bigint { return this.m.u64(this.va + 0x28); }
  set Hash(v: bigint) { this.m.setU64(this.va + 0x28, v); }
  get BaseDllName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x30); }
  get NameBuffer(): VirtAddr { return this.va + 0x40; }
}

export class KMUTANT {
  static readonly size = 0x38;
  static readonly off = { Header: 0, MutantListEntry: 0x18, OwnerThread: 0x28, Abandoned: 0x30, ApcDisable: 0x31 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get MutantListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x18); }
  get OwnerThread(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set OwnerThread(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get Abandoned(): number { return this.m.u8(this.va + 0x30); }
  set Abandoned(v: number) { this.m.setU8(this.va + 0x30, v); }
  get ApcDisable(): number { return this.m.u8(this.va + 0x31); }
  set ApcDisable(v: number) { this.m.setU8(this.va + 0x31, v); }
}

export class KPCR {
  static readonly size = 0x178;
  static readonly off = { NtTib: 0, GdtBase: 0, TssBase: 8, UserRsp: 0x10, Self: 0x18, CurrentPrcb: 0x20, LockArray: 0x28, Used_Self: 0x30, IdtBase: 0x38, Unused: 0x40, Irql: 0x50, SecondLevelCacheAssociativity: 0x51, ObsoleteNumber: 0x52, Fill0: 0x53, Unused0: 0x54, MajorVersion: 0x60, MinorVersion: 0x62, StallScaleFactor: 0x64, Unused1: 0x68, KernelReserved: 0x80, SecondLevelCacheSize: 0xbc, HalReserved: 0xc0, Unused2: 0x100, KdVersionBlock: 0x108, Unused3: 0x110, PcrAlign1: 0x118 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get NtTib(): NT_TIB { return new NT_TIB(this.m, this.va); }
  get GdtBase(): VirtAddr { return this.m.ptr(this.va); }
  set GdtBase(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get TssBase(): VirtAddr { return this.m.ptr(this.va + 8); }
  set TssBase(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get UserRsp(): bigint { return this.m.u64(this.va + 0x10); }
  set UserRsp(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Self(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Self(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get CurrentPrcb(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set CurrentPrcb(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get LockArray(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set LockArray(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get Used_Self(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set Used_Self(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get IdtBase(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set IdtBase(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get Unused(): VirtAddr { return this.va + 0x40; }
  get Irql(): number { return this.m.u8(this.va + 0x50); }
  set Irql(v: number) { this.m.setU8(this.va + 0x50, v); }
  get SecondLevelCacheAssociativity(): number { return this.m.u8(this.va + 0x51); }
  set SecondLevelCacheAssociativity(v: number) { this.m.setU8(this.va + 0x51, v); }
  get ObsoleteNumber(): number { return this.m.u8(this.va + 0x52); }
  set ObsoleteNumber(v: number) { this.m.setU8(this.va + 0x52, v); }
  get Fill0(): number { return this.m.u8(this.va + 0x53); }
  set Fill0(v: number) { this.m.setU8(this.va + 0x53, v); }
  get Unused0(): VirtAddr { return this.va + 0x54; }
  get MajorVersion(): number { return this.m.u16(this.va + 0x60); }
  set MajorVersion(v: number) { this.m.setU16(this.va + 0x60, v); }
  get MinorVersion(): number { return this.m.u16(this.va + 0x62); }
  set MinorVersion(v: number) { this.m.setU16(this.va + 0x62, v); }
  get StallScaleFactor(): number { return this.m.u32(this.va + 0x64); }
  set StallScaleFactor(v: number) { this.m.setU32(this.va + 0x64, v); }
  get Unused1(): VirtAddr { return this.va + 0x68; }
  get KernelReserved(): VirtAddr { return this.va + 0x80; }
  get SecondLevelCacheSize(): number { return this.m.u32(this.va + 0xbc); }
  set SecondLevelCacheSize(v: number) { this.m.setU32(this.va + 0xbc, v); }
  get HalReserved(): VirtAddr { return this.va + 0xc0; }
  get Unused2(): number { return this.m.u32(this.va + 0x100); }
  set Unused2(v: number) { this.m.setU32(this.va + 0x100, v); }
  get KdVersionBlock(): VirtAddr { return this.m.ptr(this.va + 0x108); }
  set KdVersionBlock(v: VirtAddr) { this.m.setPtr(this.va + 0x108, v); }
  get Unused3(): VirtAddr { return this.m.ptr(this.va + 0x110); }
  set Unused3(v: VirtAddr) { this.m.setPtr(this.va + 0x110, v); }
  get PcrAlign1(): VirtAddr { return this.va + 0x118; }
}

export class KPRCB {
  static readonly size = 0x50;
  static readonly off = { MxCsr: 0, Number: 4, Spare: 5, DpcRoutineActive: 6, QuantumEnd: 7, CurrentThread: 8, IdleThread: 0x10, DpcListHead: 0x18, DpcListTail: 0x20, DpcQueueDepth: 0x28, DpcCount: 0x2c, Requests: 0x30, TimerRequest: 0x34, ClockTicks: 0x38, ContextSwitches: 0x3c, SystemCalls: 0x40, CurrentDpcRoutine: 0x48 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MxCsr(): number { return this.m.u32(this.va); }
  set MxCsr(v: number) { this.m.setU32(this.va, v); }
  get Number(): number { return this.m.u8(this.va + 4); }
  set Number(v: number) { this.m.setU8(this.va + 4, v); }
  get Spare(): number { return this.m.u8(this.va + 5); }
  set Spare(v: number) { this.m.setU8(this.va + 5, v); }
  get DpcRoutineActive(): number { return this.m.u8(this.va + 6); }
  set DpcRoutineActive(v: number) { this.m.setU8(this.va + 6, v); }
  get QuantumEnd(): number { return this.m.u8(this.va + 7); }
  set QuantumEnd(v: number) { this.m.setU8(this.va + 7, v); }
  get CurrentThread(): VirtAddr { return this.m.ptr(this.va + 8); }
  set CurrentThread(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get IdleThread(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set IdleThread(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get DpcListHead(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set DpcListHead(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get DpcListTail(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set DpcListTail(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get DpcQueueDepth(): number { return this.m.u32(this.va + 0x28); }
  set DpcQueueDepth(v: number) { this.m.setU32(this.va + 0x28, v); }
  get DpcCount(): number { return this.m.u32(this.va + 0x2c); }
  set DpcCount(v: number) { this.m.setU32(this.va + 0x2c, v); }
  get Requests(): number { return this.m.u32(this.va + 0x30); }
  set Requests(v: number) { this.m.setU32(this.va + 0x30, v); }
  get TimerRequest(): number { return this.m.u32(this.va + 0x34); }
  set TimerRequest(v: number) { this.m.setU32(this.va + 0x34, v); }
  get ClockTicks(): number { return this.m.u32(this.va + 0x38); }
  set ClockTicks(v: number) { this.m.setU32(this.va + 0x38, v); }
  get ContextSwitches(): number { return this.m.u32(this.va + 0x3c); }
  set ContextSwitches(v: number) { this.m.setU32(this.va + 0x3c, v); }
  get SystemCalls(): number { return this.m.u32(this.va + 0x40); }
  set SystemCalls(v: number) { this.m.setU32(this.va + 0x40, v); }
  get CurrentDpcRoutine(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set CurrentDpcRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
}

export class KPROCESS {
  static readonly size = 0x48;
  static readonly off = { Header: 0, DirectoryTableBase: 0x18, ThreadListHead: 0x20, KernelTime: 0x30, UserTime: 0x38, BasePriority: 0x40 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get DirectoryTableBase(): bigint { return this.m.u64(this.va + 0x18); }
  set DirectoryTableBase(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get ThreadListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x20); }
  get KernelTime(): bigint { return this.m.u64(this.va + 0x30); }
  set KernelTime(v: bigint) { this.m.setU64(this.va + 0x30, v); }
  get UserTime(): bigint { return this.m.u64(this.va + 0x38); }
  set UserTime(v: bigint) { this.m.setU64(this.va + 0x38, v); }
  get BasePriority(): number { return this.m.i8(this.va + 0x40); }
  set BasePriority(v: number) { this.m.setU8(this.va + 0x40, v); }
}

export class KQUEUE {
  static readonly size = 0x40;
  static readonly off = { Header: 0, EntryListHead: 0x18, CurrentCount: 0x28, MaximumCount: 0x2c, ThreadListHead: 0x30 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get EntryListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x18); }
  get CurrentCount(): number { return this.m.u32(this.va + 0x28); }
  set CurrentCount(v: number) { this.m.setU32(this.va + 0x28, v); }
  get MaximumCount(): number { return this.m.u32(this.va + 0x2c); }
  set MaximumCount(v: number) { this.m.setU32(this.va + 0x2c, v); }
  get ThreadListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x30); }
}

export class KSEMAPHORE {
  static readonly size = 0x20;
  static readonly off = { Header: 0, Limit: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get Limit(): number { return this.m.i32(this.va + 0x18); }
  set Limit(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class KSPIN_LOCK_QUEUE {
  static readonly size = 0x10;
  static readonly off = { Next: 0, Lock: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): VirtAddr { return this.m.ptr(this.va); }
  set Next(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Lock(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Lock(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class KSYSTEM_TIME {
  static readonly size = 0xc;
  static readonly off = { LowPart: 0, High1Time: 4, High2Time: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get High1Time(): number { return this.m.i32(this.va + 4); }
  set High1Time(v: number) { this.m.setU32(this.va + 4, v); }
  get High2Time(): number { return this.m.i32(this.va + 8); }
  set High2Time(v: number) { this.m.setU32(this.va + 8, v); }
}

export class KTHREAD {
  static readonly size = 0x220;
  static readonly off = { Header: 0, InitialStack: 0x18, StackLimit: 0x20, SwitchIp: 0x28, SwitchFp: 0x30, SwitchSp: 0x38, StartArguments: 0x40, StartFlags: 0x50, SwitchIrql: 0x54, SwitchInterrupts: 0x58, TrapFrame: 0x60, Teb: 0x68, Process: 0x70, ApcState: 0x78, PreviousMode: 0xa8, State: 0xa9, Priority: 0xaa, BasePriority: 0xab, Quantum: 0xac, KernelApcDisable: 0xb0, SpecialApcDisable: 0xb2, ApcStateIndex: 0xb4, WaitIrql: 0xb5, WaitMode: 0xb6, Alertable: 0xb7, WaitReason: 0xb8, WaitType: 0xb9, NextProcessor: 0xba, ApcQueueable: 0xbb, WaitCount: 0xbc, WaitStatus: 0xc0, WaitBlockList: 0xc8, WaitBlock: 0xd0, Timer: 0x190, ReadyListEntry: 0x1d0, ThreadListEntry: 0x1e0, MutantListHead: 0x1f0, Detours: 0x200, KernelTime: 0x208, UserTime: 0x210, ContextSwitches: 0x218, SystemThread: 0x21c, IdleThread: 0x21d } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get InitialStack(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set InitialStack(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get StackLimit(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set StackLimit(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get SwitchIp(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set SwitchIp(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get SwitchFp(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set SwitchFp(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get SwitchSp(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set SwitchSp(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get StartArguments(): VirtAddr { return this.va + 0x40; }
  get StartFlags(): number { return this.m.u32(this.va + 0x50); }
  set StartFlags(v: number) { this.m.setU32(this.va + 0x50, v); }
  get SwitchIrql(): number { return this.m.u32(this.va + 0x54); }
  set SwitchIrql(v: number) { this.m.setU32(this.va + 0x54, v); }
  get SwitchInterrupts(): number { return this.m.u32(this.va + 0x58); }
  set SwitchInterrupts(v: number) { this.m.setU32(this.va + 0x58, v); }
  get TrapFrame(): VirtAddr { return this.m.ptr(this.va + 0x60); }
  set TrapFrame(v: VirtAddr) { this.m.setPtr(this.va + 0x60, v); }
  get Teb(): VirtAddr { return this.m.ptr(this.va + 0x68); }
  set Teb(v: VirtAddr) { this.m.setPtr(this.va + 0x68, v); }
  get Process(): VirtAddr { return this.m.ptr(this.va + 0x70); }
  set Process(v: VirtAddr) { this.m.setPtr(this.va + 0x70, v); }
  get ApcState(): KAPC_STATE { return new KAPC_STATE(this.m, this.va + 0x78); }
  get PreviousMode(): number { return this.m.i8(this.va + 0xa8); }
  set PreviousMode(v: number) { this.m.setU8(this.va + 0xa8, v); }
  get State(): number { return this.m.u8(this.va + 0xa9); }
  set State(v: number) { this.m.setU8(this.va + 0xa9, v); }
  get Priority(): number { return this.m.i8(this.va + 0xaa); }
  set Priority(v: number) { this.m.setU8(this.va + 0xaa, v); }
  get BasePriority(): number { return this.m.i8(this.va + 0xab); }
  set BasePriority(v: number) { this.m.setU8(this.va + 0xab, v); }
  get Quantum(): number { return this.m.i32(this.va + 0xac); }
  set Quantum(v: number) { this.m.setU32(this.va + 0xac, v); }
  get KernelApcDisable(): number { return this.m.i16(this.va + 0xb0); }
  set KernelApcDisable(v: number) { this.m.setU16(this.va + 0xb0, v); }
  get SpecialApcDisable(): number { return this.m.i16(this.va + 0xb2); }
  set SpecialApcDisable(v: number) { this.m.setU16(this.va + 0xb2, v); }
  get ApcStateIndex(): number { return this.m.u8(this.va + 0xb4); }
  set ApcStateIndex(v: number) { this.m.setU8(this.va + 0xb4, v); }
  get WaitIrql(): number { return this.m.u8(this.va + 0xb5); }
  set WaitIrql(v: number) { this.m.setU8(this.va + 0xb5, v); }
  get WaitMode(): number { return this.m.i8(this.va + 0xb6); }
  set WaitMode(v: number) { this.m.setU8(this.va + 0xb6, v); }
  get Alertable(): number { return this.m.u8(this.va + 0xb7); }
  set Alertable(v: number) { this.m.setU8(this.va + 0xb7, v); }
  get WaitReason(): number { return this.m.u8(this.va + 0xb8); }
  set WaitReason(v: number) { this.m.setU8(this.va + 0xb8, v); }
  get WaitType(): number { return this.m.u8(this.va + 0xb9); }
  set WaitType(v: number) { this.m.setU8(this.va + 0xb9, v); }
  get NextProcessor(): number { return this.m.u8(this.va + 0xba); }
  set NextProcessor(v: number) { this.m.setU8(this.va + 0xba, v); }
  get ApcQueueable(): number { return this.m.u8(this.va + 0xbb); }
  set ApcQueueable(v: number) { this.m.setU8(this.va + 0xbb, v); }
  get WaitCount(): number { return this.m.u32(this.va + 0xbc); }
  set WaitCount(v: number) { this.m.setU32(this.va + 0xbc, v); }
  get WaitStatus(): number { return this.m.i32(this.va + 0xc0); }
  set WaitStatus(v: number) { this.m.setU32(this.va + 0xc0, v); }
  get WaitBlockList(): VirtAddr { return this.m.ptr(this.va + 0xc8); }
  set WaitBlockList(v: VirtAddr) { this.m.setPtr(this.va + 0xc8, v); }
  get WaitBlock(): VirtAddr { return this.va + 0xd0; }
  get Timer(): KTIMER { return new KTIMER(this.m, this.va + 0x190); }
  get ReadyListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x1d0); }
  get ThreadListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x1e0); }
  get MutantListHead(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x1f0); }
  get Detours(): VirtAddr { return this.m.ptr(this.va + 0x200); }
  set Detours(v: VirtAddr) { this.m.setPtr(this.va + 0x200, v); }
  get KernelTime(): bigint { return this.m.u64(this.va + 0x208); }
  set KernelTime(v: bigint) { this.m.setU64(this.va + 0x208, v); }
  get UserTime(): bigint { return this.m.u64(this.va + 0x210); }
  set UserTime(v: bigint) { this.m.setU64(this.va + 0x210, v); }
  get ContextSwitches(): number { return this.m.u32(this.va + 0x218); }
  set ContextSwitches(v: number) { this.m.setU32(this.va + 0x218, v); }
  get SystemThread(): number { return this.m.u8(this.va + 0x21c); }
  set SystemThread(v: number) { this.m.setU8(this.va + 0x21c, v); }
  get IdleThread(): number { return this.m.u8(this.va + 0x21d); }
  set IdleThread(v: number) { this.m.setU8(this.va + 0x21d, v); }
}

export class KTIMER {
  static readonly size = 0x40;
  static readonly off = { Header: 0, DueTime: 0x18, TimerListEntry: 0x20, Dpc: 0x30, Processor: 0x38, TimerType: 0x3a, Period: 0x3c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Header(): DISPATCHER_HEADER { return new DISPATCHER_HEADER(this.m, this.va); }
  get DueTime(): ULARGE_INTEGER { return new ULARGE_INTEGER(this.m, this.va + 0x18); }
  get TimerListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x20); }
  get Dpc(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set Dpc(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get Processor(): number { return this.m.u16(this.va + 0x38); }
  set Processor(v: number) { this.m.setU16(this.va + 0x38, v); }
  get TimerType(): number { return this.m.u16(this.va + 0x3a); }
  set TimerType(v: number) { this.m.setU16(this.va + 0x3a, v); }
  get Period(): number { return this.m.u32(this.va + 0x3c); }
  set Period(v: number) { this.m.setU32(this.va + 0x3c, v); }
}

export class KTRAP_FRAME {
  static readonly size = 0xa0;
  static readonly off = { Vector: 0, ErrorCode: 4, FaultAddress: 8, Rip: 0x10, Rbp: 0x18, Rsp: 0x20, Mode: 0x28, InterruptsEnabled: 0x2c, Irql: 0x30, Enter: 0x34, Rax: 0x38, Rcx: 0x40, Rdx: 0x48, R8: 0x50, R9: 0x58, R10: 0x60, R11: 0x68, EnterFlags: 0x70, EnterReturn: 0x78, Window: 0x80, Previous: 0x88, PreviousMode: 0x90, Arguments: 0x98 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Vector(): number { return this.m.u32(this.va); }
  set Vector(v: number) { this.m.setU32(this.va, v); }
  get ErrorCode(): number { return this.m.u32(this.va + 4); }
  set ErrorCode(v: number) { this.m.setU32(this.va + 4, v); }
  get FaultAddress(): bigint { return this.m.u64(this.va + 8); }
  set FaultAddress(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Rip(): bigint { return this.m.u64(this.va + 0x10); }
  set Rip(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Rbp(): bigint { return this.m.u64(this.va + 0x18); }
  set Rbp(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get Rsp(): bigint { return this.m.u64(this.va + 0x20); }
  set Rsp(v: bigint) { this.m.setU64(this.va + 0x20, v); }
  get Mode(): number { return this.m.u32(this.va + 0x28); }
  set Mode(v: number) { this.m.setU32(this.va + 0x28, v); }
  get InterruptsEnabled(): number { return this.m.u32(this.va + 0x2c); }
  set InterruptsEnabled(v: number) { this.m.setU32(this.va + 0x2c, v); }
  get Irql(): number { return this.m.u32(this.va + 0x30); }
  set Irql(v: number) { this.m.setU32(this.va + 0x30, v); }
  get Enter(): number { return this.m.u32(this.va + 0x34); }
  set Enter(v: number) { this.m.setU32(this.va + 0x34, v); }
  get Rax(): bigint { return this.m.u64(this.va + 0x38); }
  set Rax(v: bigint) { this.m.setU64(this.va + 0x38, v); }
  get Rcx(): bigint { return this.m.u64(this.va + 0x40); }
  set Rcx(v: bigint) { this.m.setU64(this.va + 0x40, v); }
  get Rdx(): bigint { return this.m.u64(this.va + 0x48); }
  set Rdx(v: bigint) { this.m.setU64(this.va + 0x48, v); }
  get R8(): bigint { return this.m.u64(this.va + 0x50); }
  set R8(v: bigint) { this.m.setU64(this.va + 0x50, v); }
  get R9(): bigint { return this.m.u64(this.va + 0x58); }
  set R9(v: bigint) { this.m.setU64(this.va + 0x58, v); }
  get R10(): bigint { return this.m.u64(this.va + 0x60); }
  set R10(v: bigint) { this.m.setU64(this.va + 0x60, v); }
  get R11(): bigint { return this.m.u64(this.va + 0x68); }
  set R11(v: bigint) { this.m.setU64(this.va + 0x68, v); }
  get EnterFlags(): bigint { return this.m.u64(this.va + 0x70); }
  set EnterFlags(v: bigint) { this.m.setU64(this.va + 0x70, v); }
  get EnterReturn(): bigint { return this.m.u64(this.va + 0x78); }
  set EnterReturn(v: bigint) { this.m.setU64(this.va + 0x78, v); }
  get Window(): bigint { return this.m.u64(this.va + 0x80); }
  set Window(v: bigint) { this.m.setU64(this.va + 0x80, v); }
  get Previous(): VirtAddr { return this.m.ptr(this.va + 0x88); }
  set Previous(v: VirtAddr) { this.m.setPtr(this.va + 0x88, v); }
  get PreviousMode(): bigint { return this.m.u64(this.va + 0x90); }
  set PreviousMode(v: bigint) { this.m.setU64(this.va + 0x90, v); }
  get Arguments(): bigint { return this.m.u64(this.va + 0x98); }
  set Arguments(v: bigint) { this.m.setU64(this.va + 0x98, v); }
}

export class KUSER_SHARED_DATA {
  static readonly size = 0x5f0;
  static readonly off = { TickCountLowDeprecated: 0, TickCountMultiplier: 4, InterruptTime: 8, SystemTime: 0x14, TimeZoneBias: 0x20, ImageNumberLow: 0x2c, ImageNumberHigh: 0x2e, NtSystemRoot: 0x30, MaxStackTraceDepth: 0x238, CryptoExponent: 0x23c, TimeZoneId: 0x240, LargePageMinimum: 0x244, Reserved2: 0x248, NtProductType: 0x264, ProductTypeIsValid: 0x268, NtMajorVersion: 0x26c, NtMinorVersion: 0x270, ProcessorFeatures: 0x274, Reserved1: 0x2b4, Reserved3: 0x2b8, TimeSlip: 0x2bc, AlternativeArchitecture: 0x2c0, AltArchitecturePad: 0x2c4, SystemExpirationDate: 0x2c8, SuiteMask: 0x2d0, KdDebuggerEnabled: 0x2d4, NXSupportPolicy: 0x2d5, ActiveConsoleId: 0x2d8, DismountCount: 0x2dc, ComPlusPackage: 0x2e0, LastSystemRITEventTickCount: 0x2e4, NumberOfPhysicalPages: 0x2e8, SafeBootMode: 0x2ec, TscQpcData: 0x2ed, TscQpcEnabled: 0x2ed, TscQpcSpareFlag: 0x2ed, TscQpcShift: 0x2ed, TscQpcPad: 0x2ee, SharedDataFlags: 0x2f0, DbgErrorPortPresent: 0x2f0, DbgElevationEnabled: 0x2f0, DbgVirtEnabled: 0x2f0, DbgInstallerDetectEnabled: 0x2f0, DbgSystemDllRelocated: 0x2f0, DbgDynProcessorEnabled: 0x2f0, DbgSEHValidationEnabled: 0x2f0, SpareBits: 0x2f0, DataFlagsPad: 0x2f4, TestRetInstruction: 0x2f8, SystemCall: 0x300, SystemCallReturn: 0x304, SystemCallPad: 0x308, TickCount: 0x320, TickCountQuad: 0x320, ReservedTickCountOverlay: 0x320, TickCountPad: 0x32c, Cookie: 0x330, CookiePad: 0x334, ConsoleSessionForegroundProcessId: 0x338, Wow64SharedInformation: 0x340, UserModeGlobalLogger: 0x380, ImageFileExecutionOptions: 0x3a0, LangGenerationCount: 0x3a4, Reserved5: 0x3a8, InterruptTimeBias: 0x3b0, TscQpcBias: 0x3b8, ActiveProcessorCount: 0x3c0, ActiveGroupCount: 0x3c4, Reserved4: 0x3c6, AitSamplingValue: 0x3c8, AppCompatFlag: 0x3cc, SystemDllNativeRelocation: 0x3d0, SystemDllWowRelocation: 0x3d8, XStatePad: 0x3dc, XState: 0x3e0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get TickCountLowDeprecated(): number { return this.m.u32(this.va); }
  set TickCountLowDeprecated(v: number) { this.m.setU32(this.va, v); }
  get TickCountMultiplier(): number { return this.m.u32(this.va + 4); }
  set TickCountMultiplier(v: number) { this.m.setU32(this.va + 4, v); }
  get InterruptTime(): KSYSTEM_TIME { return new KSYSTEM_TIME(this.m, this.va + 8); }
  get SystemTime(): KSYSTEM_TIME { return new KSYSTEM_TIME(this.m, this.va + 0x14); }
  get TimeZoneBias(): KSYSTEM_TIME { return new KSYSTEM_TIME(this.m, this.va + 0x20); }
  get ImageNumberLow(): number { return this.m.u16(this.va + 0x2c); }
  set ImageNumberLow(v: number) { this.m.setU16(this.va + 0x2c, v); }
  get ImageNumberHigh(): number { return this.m.u16(this.va + 0x2e); }
  set ImageNumberHigh(v: number) { this.m.setU16(this.va + 0x2e, v); }
  get NtSystemRoot(): VirtAddr { return this.va + 0x30; }
  get MaxStackTraceDepth(): number { return this.m.u32(this.va + 0x238); }
  set MaxStackTraceDepth(v: number) { this.m.setU32(this.va + 0x238, v); }
  get CryptoExponent(): number { return this.m.u32(this.va + 0x23c); }
  set CryptoExponent(v: number) { this.m.setU32(this.va + 0x23c, v); }
  get TimeZoneId(): number { return this.m.u32(this.va + 0x240); }
  set TimeZoneId(v: number) { this.m.setU32(this.va + 0x240, v); }
  get LargePageMinimum(): number { return this.m.u32(this.va + 0x244); }
  set LargePageMinimum(v: number) { this.m.setU32(this.va + 0x244, v); }
  get Reserved2(): VirtAddr { return this.va + 0x248; }
  get NtProductType(): number { return this.m.i32(this.va + 0x264); }
  set NtProductType(v: number) { this.m.setU32(this.va + 0x264, v); }
  get ProductTypeIsValid(): number { return this.m.u8(this.va + 0x268); }
  set ProductTypeIsValid(v: number) { this.m.setU8(this.va + 0x268, v); }
  get NtMajorVersion(): number { return this.m.u32(this.va + 0x26c); }
  set NtMajorVersion(v: number) { this.m.setU32(this.va + 0x26c, v); }
  get NtMinorVersion(): number { return this.m.u32(this.va + 0x270); }
  set NtMinorVersion(v: number) { this.m.setU32(this.va + 0x270, v); }
  get ProcessorFeatures(): VirtAddr { return this.va + 0x274; }
  get Reserved1(): number { return this.m.u32(this.va + 0x2b4); }
  set Reserved1(v: number) { this.m.setU32(this.va + 0x2b4, v); }
  get Reserved3(): number { return this.m.u32(this.va + 0x2b8); }
  set Reserved3(v: number) { this.m.setU32(this.va + 0x2b8, v); }
  get TimeSlip(): number { return this.m.u32(this.va + 0x2bc); }
  set TimeSlip(v: number) { this.m.setU32(this.va + 0x2bc, v); }
  get AlternativeArchitecture(): number { return this.m.i32(this.va + 0x2c0); }
  set AlternativeArchitecture(v: number) { this.m.setU32(this.va + 0x2c0, v); }
  get AltArchitecturePad(): VirtAddr { return this.va + 0x2c4; }
  get SystemExpirationDate(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x2c8); }
  get SuiteMask(): number { return this.m.u32(this.va + 0x2d0); }
  set SuiteMask(v: number) { this.m.setU32(this.va + 0x2d0, v); }
  get KdDebuggerEnabled(): number { return this.m.u8(this.va + 0x2d4); }
  set KdDebuggerEnabled(v: number) { this.m.setU8(this.va + 0x2d4, v); }
  get NXSupportPolicy(): number { return this.m.u8(this.va + 0x2d5); }
  set NXSupportPolicy(v: number) { this.m.setU8(this.va + 0x2d5, v); }
  get ActiveConsoleId(): number { return this.m.u32(this.va + 0x2d8); }
  set ActiveConsoleId(v: number) { this.m.setU32(this.va + 0x2d8, v); }
  get DismountCount(): number { return this.m.u32(this.va + 0x2dc); }
  set DismountCount(v: number) { this.m.setU32(this.va + 0x2dc, v); }
  get ComPlusPackage(): number { return this.m.u32(this.va + 0x2e0); }
  set ComPlusPackage(v: number) { this.m.setU32(this.va + 0x2e0, v); }
  get LastSystemRITEventTickCount(): number { return this.m.u32(this.va + 0x2e4); }
  set LastSystemRITEventTickCount(v: number) { this.m.setU32(this.va + 0x2e4, v); }
  get NumberOfPhysicalPages(): number { return this.m.u32(this.va + 0x2e8); }
  set NumberOfPhysicalPages(v: number) { this.m.setU32(this.va + 0x2e8, v); }
  get SafeBootMode(): number { return this.m.u8(this.va + 0x2ec); }
  set SafeBootMode(v: number) { this.m.setU8(this.va + 0x2ec, v); }
  get TscQpcData(): number { return this.m.u8(this.va + 0x2ed); }
  set TscQpcData(v: number) { this.m.setU8(this.va + 0x2ed, v); }
  get TscQpcEnabled(): number { return (this.m.u8(this.va + 0x2ed) >>> 0) & 1; }
  set TscQpcEnabled(v: number) { this.m.setU8(this.va + 0x2ed, (this.m.u8(this.va + 0x2ed) & -2) | ((v & 1) << 0)); }
  get TscQpcSpareFlag(): number { return (this.m.u8(this.va + 0x2ed) >>> 1) & 1; }
  set TscQpcSpareFlag(v: number) { this.m.setU8(this.va + 0x2ed, (this.m.u8(this.va + 0x2ed) & -3) | ((v & 1) << 1)); }
  get TscQpcShift(): number { return (this.m.u8(this.va + 0x2ed) >>> 2) & 63; }
  set TscQpcShift(v: number) { this.m.setU8(this.va + 0x2ed, (this.m.u8(this.va + 0x2ed) & -253) | ((v & 63) << 2)); }
  get TscQpcPad(): VirtAddr { return this.va + 0x2ee; }
  get SharedDataFlags(): number { return this.m.u32(this.va + 0x2f0); }
  set SharedDataFlags(v: number) { this.m.setU32(this.va + 0x2f0, v); }
  get DbgErrorPortPresent(): number { return (this.m.u32(this.va + 0x2f0) >>> 0) & 1; }
  set DbgErrorPortPresent(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -2) | ((v & 1) << 0)); }
  get DbgElevationEnabled(): number { return (this.m.u32(this.va + 0x2f0) >>> 1) & 1; }
  set DbgElevationEnabled(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -3) | ((v & 1) << 1)); }
  get DbgVirtEnabled(): number { return (this.m.u32(this.va + 0x2f0) >>> 2) & 1; }
  set DbgVirtEnabled(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -5) | ((v & 1) << 2)); }
  get DbgInstallerDetectEnabled(): number { return (this.m.u32(this.va + 0x2f0) >>> 3) & 1; }
  set DbgInstallerDetectEnabled(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -9) | ((v & 1) << 3)); }
  get DbgSystemDllRelocated(): number { return (this.m.u32(this.va + 0x2f0) >>> 4) & 1; }
  set DbgSystemDllRelocated(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -17) | ((v & 1) << 4)); }
  get DbgDynProcessorEnabled(): number { return (this.m.u32(this.va + 0x2f0) >>> 5) & 1; }
  set DbgDynProcessorEnabled(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -33) | ((v & 1) << 5)); }
  get DbgSEHValidationEnabled(): number { return (this.m.u32(this.va + 0x2f0) >>> 6) & 1; }
  set DbgSEHValidationEnabled(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & -65) | ((v & 1) << 6)); }
  get SpareBits(): number { return (this.m.u32(this.va + 0x2f0) >>> 7) & 33554431; }
  set SpareBits(v: number) { this.m.setU32(this.va + 0x2f0, (this.m.u32(this.va + 0x2f0) & 127) | ((v & 33554431) << 7)); }
  get DataFlagsPad(): VirtAddr { return this.va + 0x2f4; }
  get TestRetInstruction(): bigint { return this.m.u64(this.va + 0x2f8); }
  set TestRetInstruction(v: bigint) { this.m.setU64(this.va + 0x2f8, v); }
  get SystemCall(): number { return this.m.u32(this.va + 0x300); }
  set SystemCall(v: number) { this.m.setU32(this.va + 0x300, v); }
  get SystemCallReturn(): number { return this.m.u32(this.va + 0x304); }
  set SystemCallReturn(v: number) { this.m.setU32(this.va + 0x304, v); }
  get SystemCallPad(): VirtAddr { return this.va + 0x308; }
  get TickCount(): KSYSTEM_TIME { return new KSYSTEM_TIME(this.m, this.va + 0x320); }
  get TickCountQuad(): bigint { return this.m.u64(this.va + 0x320); }
  set TickCountQuad(v: bigint) { this.m.setU64(this.va + 0x320, v); }
  get ReservedTickCountOverlay(): VirtAddr { return this.va + 0x320; }
  get TickCountPad(): VirtAddr { return this.va + 0x32c; }
  get Cookie(): number { return this.m.u32(this.va + 0x330); }
  set Cookie(v: number) { this.m.setU32(this.va + 0x330, v); }
  get CookiePad(): VirtAddr { return this.va + 0x334; }
  get ConsoleSessionForegroundProcessId(): bigint { return this.m.i64(this.va + 0x338); }
  set ConsoleSessionForegroundProcessId(v: bigint) { this.m.setU64(this.va + 0x338, v); }
  get Wow64SharedInformation(): VirtAddr { return this.va + 0x340; }
  get UserModeGlobalLogger(): VirtAddr { return this.va + 0x380; }
  get ImageFileExecutionOptions(): number { return this.m.u32(this.va + 0x3a0); }
  set ImageFileExecutionOptions(v: number) { this.m.setU32(this.va + 0x3a0, v); }
  get LangGenerationCount(): number { return this.m.u32(this.va + 0x3a4); }
  set LangGenerationCount(v: number) { this.m.setU32(this.va + 0x3a4, v); }
  get Reserved5(): bigint { return this.m.u64(this.va + 0x3a8); }
  set Reserved5(v: bigint) { this.m.setU64(this.va + 0x3a8, v); }
  get InterruptTimeBias(): bigint { return this.m.u64(this.va + 0x3b0); }
  set InterruptTimeBias(v: bigint) { this.m.setU64(this.va + 0x3b0, v); }
  get TscQpcBias(): bigint { return this.m.u64(this.va + 0x3b8); }
  set TscQpcBias(v: bigint) { this.m.setU64(this.va + 0x3b8, v); }
  get ActiveProcessorCount(): number { return this.m.u32(this.va + 0x3c0); }
  set ActiveProcessorCount(v: number) { this.m.setU32(this.va + 0x3c0, v); }
  get ActiveGroupCount(): number { return this.m.u16(this.va + 0x3c4); }
  set ActiveGroupCount(v: number) { this.m.setU16(this.va + 0x3c4, v); }
  get Reserved4(): number { return this.m.u16(this.va + 0x3c6); }
  set Reserved4(v: number) { this.m.setU16(this.va + 0x3c6, v); }
  get AitSamplingValue(): number { return this.m.u32(this.va + 0x3c8); }
  set AitSamplingValue(v: number) { this.m.setU32(this.va + 0x3c8, v); }
  get AppCompatFlag(): number { return this.m.u32(this.va + 0x3cc); }
  set AppCompatFlag(v: number) { this.m.setU32(this.va + 0x3cc, v); }
  get SystemDllNativeRelocation(): bigint { return this.m.u64(this.va + 0x3d0); }
  set SystemDllNativeRelocation(v: bigint) { this.m.setU64(this.va + 0x3d0, v); }
  get SystemDllWowRelocation(): number { return this.m.u32(this.va + 0x3d8); }
  set SystemDllWowRelocation(v: number) { this.m.setU32(this.va + 0x3d8, v); }
  get XStatePad(): VirtAddr { return this.va + 0x3dc; }
  get XState(): XSTATE_CONFIGURATION { return new XSTATE_CONFIGURATION(this.m, this.va + 0x3e0); }
}

export class KWAIT_BLOCK {
  static readonly size = 0x30;
  static readonly off = { WaitListEntry: 0, WaitType: 0x10, BlockState: 0x11, WaitKey: 0x12, SpareLong: 0x14, Thread: 0x18, NotificationQueue: 0x18, Dpc: 0x18, Object: 0x20, SparePtr: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get WaitListEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get WaitType(): number { return this.m.u8(this.va + 0x10); }
  set WaitType(v: number) { this.m.setU8(this.va + 0x10, v); }
  get BlockState(): number { return this.m.u8(this.va + 0x11); }
  set BlockState(v: number) { this.m.setU8(this.va + 0x11, v); }
  get WaitKey(): number { return this.m.u16(this.va + 0x12); }
  set WaitKey(v: number) { this.m.setU16(this.va + 0x12, v); }
  get SpareLong(): number { return this.m.i32(this.va + 0x14); }
  set SpareLong(v: number) { this.m.setU32(this.va + 0x14, v); }
  get Thread(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Thread(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get NotificationQueue(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set NotificationQueue(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get Dpc(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Dpc(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get Object(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set Object(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get SparePtr(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set SparePtr(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
}

export class LAB_CONSOLE {
  static readonly size = 0x4028;
  static readonly off = { Read: 0, Written: 4, Closed: 8, Available: 0x10, Ring: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Read(): number { return this.m.u32(this.va); }
  set Read(v: number) { this.m.setU32(this.va, v); }
  get Written(): number { return this.m.u32(this.va + 4); }
  set Written(v: number) { this.m.setU32(this.va + 4, v); }
  get Closed(): number { return this.m.u8(this.va + 8); }
  set Closed(v: number) { this.m.setU8(this.va + 8, v); }
  get Available(): KEVENT { return new KEVENT(this.m, this.va + 0x10); }
  get Ring(): VirtAddr { return this.va + 0x28; }
}

export class LAB_PROGRAM {
  static readonly size = 0x880;
  static readonly off = { Image: 0, CommandLine: 0x80 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Image(): VirtAddr { return this.va; }
  get CommandLine(): VirtAddr { return this.va + 0x80; }
}

export class LARGE_INTEGER {
  static readonly size = 8;
  static readonly off = { LowPart: 0, HighPart: 4, u: 0, QuadPart: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get HighPart(): number { return this.m.i32(this.va + 4); }
  set HighPart(v: number) { this.m.setU32(this.va + 4, v); }
  get u(): LARGE_INTEGER_u { return new LARGE_INTEGER_u(this.m, this.va); }
  get QuadPart(): bigint { return this.m.i64(this.va); }
  set QuadPart(v: bigint) { this.m.setU64(this.va, v); }
}

export class LARGE_INTEGER_u {
  static readonly size = 8;
  static readonly off = { LowPart: 0, HighPart: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get HighPart(): number { return this.m.i32(this.va + 4); }
  set HighPart(v: number) { this.m.setU32(this.va + 4, v); }
}

export class LDR_DATA_TABLE_ENTRY {
  static readonly size = 0x88;
  static readonly off = { Reserved1: 0, InMemoryOrderLinks: 0x10, Reserved2: 0x20, DllBase: 0x30, Reserved3: 0x38, FullDllName: 0x48, Reserved4: 0x58, Reserved5: 0x60, CheckSum: 0x78, Reserved6: 0x78, TimeDateStamp: 0x80 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): VirtAddr { return this.va; }
  get InMemoryOrderLinks(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x10); }
  get Reserved2(): VirtAddr { return this.va + 0x20; }
  get DllBase(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set DllBase(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get Reserved3(): VirtAddr { return this.va + 0x38; }
  get FullDllName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x48); }
  get Reserved4(): VirtAddr { return this.va + 0x58; }
  get Reserved5(): VirtAddr { return this.va + 0x60; }
  get CheckSum(): number { return this.m.u32(this.va + 0x78); }
  set CheckSum(v: number) { this.m.setU32(this.va + 0x78, v); }
  get Reserved6(): VirtAddr { return this.m.ptr(this.va + 0x78); }
  set Reserved6(v: VirtAddr) { this.m.setPtr(this.va + 0x78, v); }
  get TimeDateStamp(): number { return this.m.u32(this.va + 0x80); }
  set TimeDateStamp(v: number) { this.m.setU32(this.va + 0x80, v); }
}

export class LIST_ENTRY {
  static readonly size = 0x10;
  static readonly off = { Flink: 0, Blink: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Flink(): VirtAddr { return this.m.ptr(this.va); }
  set Flink(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Blink(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Blink(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class LOADER_BLOCK {
  static readonly size = 0x870;
  static readonly off = { CpuCount: 0, Parallel: 4, Debugger: 8, DriverCount: 0xc, ProgramCount: 0x10, TickNs: 0x18, FirstStackReserve: 0x20, Drivers: 0x28, Programs: 0x828, FirstStacks: 0x830 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get CpuCount(): number { return this.m.u32(this.va); }
  set CpuCount(v: number) { this.m.setU32(this.va, v); }
  get Parallel(): number { return this.m.u32(this.va + 4); }
  set Parallel(v: number) { this.m.setU32(this.va + 4, v); }
  get Debugger(): number { return this.m.u32(this.va + 8); }
  set Debugger(v: number) { this.m.setU32(this.va + 8, v); }
  get DriverCount(): number { return this.m.u32(this.va + 0xc); }
  set DriverCount(v: number) { this.m.setU32(this.va + 0xc, v); }
  get ProgramCount(): number { return this.m.u32(this.va + 0x10); }
  set ProgramCount(v: number) { this.m.setU32(this.va + 0x10, v); }
  get TickNs(): bigint { return this.m.u64(this.va + 0x18); }
  set TickNs(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get FirstStackReserve(): bigint { return this.m.u64(this.va + 0x20); }
  set FirstStackReserve(v: bigint) { this.m.setU64(this.va + 0x20, v); }
  get Drivers(): VirtAddr { return this.va + 0x28; }
  get Programs(): VirtAddr { return this.m.ptr(this.va + 0x828); }
  set Programs(v: VirtAddr) { this.m.setPtr(this.va + 0x828, v); }
  get FirstStacks(): VirtAddr { return this.va + 0x830; }
}

export class LUID {
  static readonly size = 8;
  static readonly off = { LowPart: 0, HighPart: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get HighPart(): number { return this.m.i32(this.va + 4); }
  set HighPart(v: number) { this.m.setU32(this.va + 4, v); }
}

export class LUID_AND_ATTRIBUTES {
  static readonly size = 0xc;
  static readonly off = { Luid: 0, Attributes: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Luid(): LUID { return new LUID(this.m, this.va); }
  get Attributes(): number { return this.m.u32(this.va + 8); }
  set Attributes(v: number) { this.m.setU32(this.va + 8, v); }
}

export class M128A {
  static readonly size = 0x10;
  static readonly off = { Low: 0, High: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Low(): bigint { return this.m.u64(this.va); }
  set Low(v: bigint) { this.m.setU64(this.va, v); }
  get High(): bigint { return this.m.i64(this.va + 8); }
  set High(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class MAILSLOT_CREATE_PARAMETERS {
  static readonly size = 0x18;
  static readonly off = { MailslotQuota: 0, MaximumMessageSize: 4, ReadTimeout: 8, TimeoutSpecified: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get MailslotQuota(): number { return this.m.u32(this.va); }
  set MailslotQuota(v: number) { this.m.setU32(this.va, v); }
  get MaximumMessageSize(): number { return this.m.u32(this.va + 4); }
  set MaximumMessageSize(v: number) { this.m.setU32(this.va + 4, v); }
  get ReadTimeout(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 8); }
  get TimeoutSpecified(): number { return this.m.u8(this.va + 0x10); }
  set TimeoutSpecified(v: number) { this.m.setU8(this.va + 0x10, v); }
}

export class MDL {
  static readonly size = 0x30;
  static readonly off = { Next: 0, Size: 8, MdlFlags: 0xa, AllocationProcessorNumber: 0xc, Reserved: 0xe, Process: 0x10, MappedSystemVa: 0x18, StartVa: 0x20, ByteCount: 0x28, ByteOffset: 0x2c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): VirtAddr { return this.m.ptr(this.va); }
  set Next(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Size(): number { return this.m.i16(this.va + 8); }
  set Size(v: number) { this.m.setU16(this.va + 8, v); }
  get MdlFlags(): number { return this.m.i16(this.va + 0xa); }
  set MdlFlags(v: number) { this.m.setU16(this.va + 0xa, v); }
  get AllocationProcessorNumber(): number { return this.m.u16(this.va + 0xc); }
  set AllocationProcessorNumber(v: number) { this.m.setU16(this.va + 0xc, v); }
  get Reserved(): number { return this.m.u16(this.va + 0xe); }
  set Reserved(v: number) { this.m.setU16(this.va + 0xe, v); }
  get Process(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set Process(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get MappedSystemVa(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set MappedSystemVa(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get StartVa(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set StartVa(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get ByteCount(): number { return this.m.u32(this.va + 0x28); }
  set ByteCount(v: number) { this.m.setU32(this.va + 0x28, v); }
  get ByteOffset(): number { return this.m.u32(this.va + 0x2c); }
  set ByteOffset(v: number) { this.m.setU32(this.va + 0x2c, v); }
}

export class MI_PHYSICAL_MEMORY {
  static readonly size = 0x28;
  static readonly off = { TotalPages: 0, FreePages: 4, FreeHead: 8, FreeTail: 0xc, NextKernelStack: 0x10, NextSystemImage: 0x18, NextSystemPages: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get TotalPages(): number { return this.m.u32(this.va); }
  set TotalPages(v: number) { this.m.setU32(this.va, v); }
  get FreePages(): number { return this.m.u32(this.va + 4); }
  set FreePages(v: number) { this.m.setU32(this.va + 4, v); }
  get FreeHead(): number { return this.m.u32(this.va + 8); }
  set FreeHead(v: number) { this.m.setU32(this.va + 8, v); }
  get FreeTail(): number { return this.m.u32(this.va + 0xc); }
  set FreeTail(v: number) { this.m.setU32(this.va + 0xc, v); }
  get NextKernelStack(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set NextKernelStack(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get NextSystemImage(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set NextSystemImage(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get NextSystemPages(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set NextSystemPages(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
}

export class MMPFN {
  static readonly size = 8;
  static readonly off = { Next: 0, LockCount: 4, State: 6, Spare: 7 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): number { return this.m.u32(this.va); }
  set Next(v: number) { this.m.setU32(this.va, v); }
  get LockCount(): number { return this.m.u16(this.va + 4); }
  set LockCount(v: number) { this.m.setU16(this.va + 4, v); }
  get State(): number { return this.m.u8(this.va + 6); }
  set State(v: number) { this.m.setU8(this.va + 6, v); }
  get Spare(): number { return this.m.u8(this.va + 7); }
  set Spare(v: number) { this.m.setU8(this.va + 7, v); }
}

export class NAMED_PIPE_CREATE_PARAMETERS {
  static readonly size = 0x28;
  static readonly off = { NamedPipeType: 0, ReadMode: 4, CompletionMode: 8, MaximumInstances: 0xc, InboundQuota: 0x10, OutboundQuota: 0x14, DefaultTimeout: 0x18, TimeoutSpecified: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get NamedPipeType(): number { return this.m.u32(this.va); }
  set NamedPipeType(v: number) { this.m.setU32(this.va, v); }
  get ReadMode(): number { return this.m.u32(this.va + 4); }
  set ReadMode(v: number) { this.m.setU32(this.va + 4, v); }
  get CompletionMode(): number { return this.m.u32(this.va + 8); }
  set CompletionMode(v: number) { this.m.setU32(this.va + 8, v); }
  get MaximumInstances(): number { return this.m.u32(this.va + 0xc); }
  set MaximumInstances(v: number) { this.m.setU32(this.va + 0xc, v); }
  get InboundQuota(): number { return this.m.u32(this.va + 0x10); }
  set InboundQuota(v: number) { this.m.setU32(this.va + 0x10, v); }
  get OutboundQuota(): number { return this.m.u32(this.va + 0x14); }
  set OutboundQuota(v: number) { this.m.setU32(this.va + 0x14, v); }
  get DefaultTimeout(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x18); }
  get TimeoutSpecified(): number { return this.m.u8(this.va + 0x20); }
  set TimeoutSpecified(v: number) { this.m.setU8(this.va + 0x20, v); }
}

export class NT_TIB {
  static readonly size = 0x38;
  static readonly off = { ExceptionList: 0, StackBase: 8, StackLimit: 0x10, SubSystemTib: 0x18, FiberData: 0x20, Version: 0x20, ArbitraryUserPointer: 0x28, Self: 0x30 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ExceptionList(): VirtAddr { return this.m.ptr(this.va); }
  set ExceptionList(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get StackBase(): VirtAddr { return this.m.ptr(this.va + 8); }
  set StackBase(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get StackLimit(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set StackLimit(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get SubSystemTib(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set SubSystemTib(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get FiberData(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set FiberData(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get Version(): number { return this.m.u32(this.va + 0x20); }
  set Version(v: number) { this.m.setU32(this.va + 0x20, v); }
  get ArbitraryUserPointer(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set ArbitraryUserPointer(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get Self(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set Self(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
}

export class OBJECT_ATTRIBUTES {
  static readonly size = 0x30;
  static readonly off = { Length: 0, RootDirectory: 8, ObjectName: 0x10, Attributes: 0x18, SecurityDescriptor: 0x20, SecurityQualityOfService: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get RootDirectory(): VirtAddr { return this.m.ptr(this.va + 8); }
  set RootDirectory(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get ObjectName(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set ObjectName(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get Attributes(): number { return this.m.u32(this.va + 0x18); }
  set Attributes(v: number) { this.m.setU32(this.va + 0x18, v); }
  get SecurityDescriptor(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set SecurityDescriptor(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get SecurityQualityOfService(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set SecurityQualityOfService(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
}

export class OBJECT_DIRECTORY {
  static readonly size = 0x128;
  static readonly off = { HashBuckets: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get HashBuckets(): VirtAddr { return this.va; }
}

export class OBJECT_DIRECTORY_ENTRY {
  static readonly size = 0x18;
  static readonly off = { ChainLink: 0, Object: 8, HashValue: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ChainLink(): VirtAddr { return this.m.ptr(this.va); }
  set ChainLink(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Object(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Object(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get HashValue(): number { return this.m.u32(this.va + 0x10); }
  set HashValue(v: number) { this.m.setU32(this.va + 0x10, v); }
}

export class OBJECT_HEADER {
  static readonly size = 0x30;
  static readonly off = { PointerCount: 0, HandleCount: 8, Type: 0x10, NameInfo: 0x18, Signature: 0x20, Flags: 0x24, NextToDelete: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PointerCount(): bigint { return this.m.i64(this.va); }
  set PointerCount(v: bigint) { this.m.setU64(this.va, v); }
  get HandleCount(): bigint { return this.m.i64(this.va + 8); }
  set HandleCount(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Type(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set Type(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get NameInfo(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set NameInfo(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get Signature(): number { return this.m.u32(this.va + 0x20); }
  set Signature(v: number) { this.m.setU32(this.va + 0x20, v); }
  get Flags(): number { return this.m.u32(this.va + 0x24); }
  set Flags(v: number) { this.m.setU32(this.va + 0x24, v); }
  get NextToDelete(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set NextToDelete(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
}

export class OBJECT_HEADER_NAME {
  static readonly size = 0x18;
  static readonly off = { Directory: 0, Name: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Directory(): VirtAddr { return this.m.ptr(this.va); }
  set Directory(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Name(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 8); }
}

export class OBJECT_SYMBOLIC_LINK {
  static readonly size = 0x18;
  static readonly off = { CreationTime: 0, LinkTarget: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get CreationTime(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va); }
  get LinkTarget(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 8); }
}

export class OBJECT_TYPE {
  static readonly size = 0x50;
  static readonly off = { Name: 0, Index: 0x10, WaitOffset: 0x14, PoolTag: 0x18, ValidAccess: 0x1c, Mapping: 0x20, TotalObjects: 0x30, TotalHandles: 0x34, CloseProcedure: 0x38, DeleteProcedure: 0x40, ParseProcedure: 0x48 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Name(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va); }
  get Index(): number { return this.m.u32(this.va + 0x10); }
  set Index(v: number) { this.m.setU32(this.va + 0x10, v); }
  get WaitOffset(): number { return this.m.i32(this.va + 0x14); }
  set WaitOffset(v: number) { this.m.setU32(this.va + 0x14, v); }
  get PoolTag(): number { return this.m.u32(this.va + 0x18); }
  set PoolTag(v: number) { this.m.setU32(this.va + 0x18, v); }
  get ValidAccess(): number { return this.m.u32(this.va + 0x1c); }
  set ValidAccess(v: number) { this.m.setU32(this.va + 0x1c, v); }
  get Mapping(): GENERIC_MAPPING { return new GENERIC_MAPPING(this.m, this.va + 0x20); }
  get TotalObjects(): number { return this.m.i32(this.va + 0x30); }
  set TotalObjects(v: number) { this.m.setU32(this.va + 0x30, v); }
  get TotalHandles(): number { return this.m.i32(this.va + 0x34); }
  set TotalHandles(v: number) { this.m.setU32(this.va + 0x34, v); }
  get CloseProcedure(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set CloseProcedure(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get DeleteProcedure(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set DeleteProcedure(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get ParseProcedure(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set ParseProcedure(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
}

export class OBP_CAPTURED_ATTRIBUTES {
  static readonly size = 0x20;
  static readonly off = { Name: 0, RootDirectory: 0x10, Attributes: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Name(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va); }
  get RootDirectory(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set RootDirectory(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get Attributes(): number { return this.m.u32(this.va + 0x18); }
  set Attributes(v: number) { this.m.setU32(this.va + 0x18, v); }
}

export class OBP_OPEN_CONTEXT {
  static readonly size = 0x20;
  static readonly off = { DesiredAccess: 0, Attributes: 4, AccessMode: 8, ObjectType: 0x10, ParseContext: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DesiredAccess(): number { return this.m.u32(this.va); }
  set DesiredAccess(v: number) { this.m.setU32(this.va, v); }
  get Attributes(): number { return this.m.u32(this.va + 4); }
  set Attributes(v: number) { this.m.setU32(this.va + 4, v); }
  get AccessMode(): number { return this.m.i8(this.va + 8); }
  set AccessMode(v: number) { this.m.setU8(this.va + 8, v); }
  get ObjectType(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set ObjectType(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get ParseContext(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set ParseContext(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class OBP_THREAD_BASIC_INFORMATION {
  static readonly size = 0x30;
  static readonly off = { ExitStatus: 0, TebBaseAddress: 8, ClientId: 0x10, AffinityMask: 0x20, Priority: 0x28, BasePriority: 0x2c } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ExitStatus(): number { return this.m.i32(this.va); }
  set ExitStatus(v: number) { this.m.setU32(this.va, v); }
  get TebBaseAddress(): VirtAddr { return this.m.ptr(this.va + 8); }
  set TebBaseAddress(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get ClientId(): CLIENT_ID { return new CLIENT_ID(this.m, this.va + 0x10); }
  get AffinityMask(): bigint { return this.m.u64(this.va + 0x20); }
  set AffinityMask(v: bigint) { this.m.setU64(this.va + 0x20, v); }
  get Priority(): number { return this.m.i32(this.va + 0x28); }
  set Priority(v: number) { this.m.setU32(this.va + 0x28, v); }
  get BasePriority(): number { return this.m.i32(this.va + 0x2c); }
  set BasePriority(v: number) { this.m.setU32(this.va + 0x2c, v); }
}

export class OPEN_PACKET {
  static readonly size = 0x30;
  static readonly off = { Signature: 0, FinalStatus: 4, Information: 8, FileObject: 0x10, AllocationSize: 0x18, CreateOptions: 0x20, FileAttributes: 0x24, ShareAccess: 0x26, Disposition: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Signature(): number { return this.m.u32(this.va); }
  set Signature(v: number) { this.m.setU32(this.va, v); }
  get FinalStatus(): number { return this.m.i32(this.va + 4); }
  set FinalStatus(v: number) { this.m.setU32(this.va + 4, v); }
  get Information(): bigint { return this.m.u64(this.va + 8); }
  set Information(v: bigint) { this.m.setU64(this.va + 8, v); }
  get FileObject(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set FileObject(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get AllocationSize(): LARGE_INTEGER { return new LARGE_INTEGER(this.m, this.va + 0x18); }
  get CreateOptions(): number { return this.m.u32(this.va + 0x20); }
  set CreateOptions(v: number) { this.m.setU32(this.va + 0x20, v); }
  get FileAttributes(): number { return this.m.u16(this.va + 0x24); }
  set FileAttributes(v: number) { this.m.setU16(this.va + 0x24, v); }
  get ShareAccess(): number { return this.m.u16(this.va + 0x26); }
  set ShareAccess(v: number) { this.m.setU16(this.va + 0x26, v); }
  get Disposition(): number { return this.m.u32(this.va + 0x28); }
  set Disposition(v: number) { this.m.setU32(this.va + 0x28, v); }
}

export class OWNER_ENTRY {
  static readonly size = 0x10;
  static readonly off = { OwnerThread: 0, IoPriorityBoosted: 8, OwnerReferenced: 8, OwnerCount: 8, TableSize: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get OwnerThread(): bigint { return this.m.u64(this.va); }
  set OwnerThread(v: bigint) { this.m.setU64(this.va, v); }
  get IoPriorityBoosted(): number { return (this.m.u32(this.va + 8) >>> 0) & 1; }
  set IoPriorityBoosted(v: number) { this.m.setU32(this.va + 8, (this.m.u32(this.va + 8) & -2) | ((v & 1) << 0)); }
  get OwnerReferenced(): number { return (this.m.u32(this.va + 8) >>> 1) & 1; }
  set OwnerReferenced(v: number) { this.m.setU32(this.va + 8, (this.m.u32(this.va + 8) & -3) | ((v & 1) << 1)); }
  get OwnerCount(): number { return (this.m.u32(this.va + 8) >>> 2) & 1073741823; }
  set OwnerCount(v: number) { this.m.setU32(this.va + 8, (this.m.u32(this.va + 8) & 3) | ((v & 1073741823) << 2)); }
  get TableSize(): number { return this.m.u32(this.va + 8); }
  set TableSize(v: number) { this.m.setU32(this.va + 8, v); }
}

export class PEB {
  static readonly size = 0x2c8;
  static readonly off = { Reserved1: 0, BeingDebugged: 2, Reserved2: 3, Reserved3: 8, Ldr: 0x18, ProcessParameters: 0x20, Reserved4: 0x28, AtlThunkSListPtr: 0x40, Reserved5: 0x48, Reserved6: 0x50, Reserved7: 0x58, Reserved8: 0x60, AtlThunkSListPtr32: 0x64, Reserved9: 0x68, Reserved10: 0x1d0, PostProcessInitRoutine: 0x230, Reserved11: 0x238, Reserved12: 0x2b8, SessionId: 0x2c0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): VirtAddr { return this.va; }
  get BeingDebugged(): number { return this.m.u8(this.va + 2); }
  set BeingDebugged(v: number) { this.m.setU8(this.va + 2, v); }
  get Reserved2(): VirtAddr { return this.va + 3; }
  get Reserved3(): VirtAddr { return this.va + 8; }
  get Ldr(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Ldr(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get ProcessParameters(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set ProcessParameters(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get Reserved4(): VirtAddr { return this.va + 0x28; }
  get AtlThunkSListPtr(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set AtlThunkSListPtr(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
  get Reserved5(): VirtAddr { return this.m.ptr(this.va + 0x48); }
  set Reserved5(v: VirtAddr) { this.m.setPtr(this.va + 0x48, v); }
  get Reserved6(): number { return this.m.u32(this.va + 0x50); }
  set Reserved6(v: number) { this.m.setU32(this.va + 0x50, v); }
  get Reserved7(): VirtAddr { return this.m.ptr(this.va + 0x58); }
  set Reserved7(v: VirtAddr) { this.m.setPtr(this.va + 0x58, v); }
  get Reserved8(): number { return this.m.u32(this.va + 0x60); }
  set Reserved8(v: number) { this.m.setU32(this.va + 0x60, v); }
  get AtlThunkSListPtr32(): number { return this.m.u32(this.va + 0x64); }
  set AtlThunkSListPtr32(v: number) { this.m.setU32(this.va + 0x64, v); }
  get Reserved9(): VirtAddr { return this.va + 0x68; }
  get Reserved10(): VirtAddr { return this.va + 0x1d0; }
  get PostProcessInitRoutine(): VirtAddr { return this.m.ptr(this.va + 0x230); }
  set PostProcessInitRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x230, v); }
  get Reserved11(): VirtAddr { return this.va + 0x238; }
  get Reserved12(): VirtAddr { return this.va + 0x2b8; }
  get SessionId(): number { return this.m.u32(this.va + 0x2c0); }
  set SessionId(v: number) { this.m.setU32(this.va + 0x2c0, v); }
}

export class PEB_LDR_DATA {
  static readonly size = 0x30;
  static readonly off = { Reserved1: 0, Reserved2: 8, InMemoryOrderModuleList: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): VirtAddr { return this.va; }
  get Reserved2(): VirtAddr { return this.va + 8; }
  get InMemoryOrderModuleList(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va + 0x20); }
}

export class POOL_DESCRIPTOR {
  static readonly size = 0x1040;
  static readonly off = { PoolIndex: 0, Pages: 4, BytesInUse: 8, Allocations: 0x10, Frees: 0x18, Summary: 0x20, ListHeads: 0x40 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PoolIndex(): number { return this.m.u32(this.va); }
  set PoolIndex(v: number) { this.m.setU32(this.va, v); }
  get Pages(): number { return this.m.u32(this.va + 4); }
  set Pages(v: number) { this.m.setU32(this.va + 4, v); }
  get BytesInUse(): bigint { return this.m.u64(this.va + 8); }
  set BytesInUse(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Allocations(): bigint { return this.m.u64(this.va + 0x10); }
  set Allocations(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Frees(): bigint { return this.m.u64(this.va + 0x18); }
  set Frees(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get Summary(): VirtAddr { return this.va + 0x20; }
  get ListHeads(): VirtAddr { return this.va + 0x40; }
}

export class POOL_HEADER {
  static readonly size = 0x10;
  static readonly off = { PreviousSize: 0, PoolIndex: 1, BlockSize: 2, PoolType: 3, PoolTag: 4, Requested: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PreviousSize(): number { return this.m.u8(this.va); }
  set PreviousSize(v: number) { this.m.setU8(this.va, v); }
  get PoolIndex(): number { return this.m.u8(this.va + 1); }
  set PoolIndex(v: number) { this.m.setU8(this.va + 1, v); }
  get BlockSize(): number { return this.m.u8(this.va + 2); }
  set BlockSize(v: number) { this.m.setU8(this.va + 2, v); }
  get PoolType(): number { return this.m.u8(this.va + 3); }
  set PoolType(v: number) { this.m.setU8(this.va + 3, v); }
  get PoolTag(): number { return this.m.u32(this.va + 4); }
  set PoolTag(v: number) { this.m.setU32(this.va + 4, v); }
  get Requested(): bigint { return this.m.u64(this.va + 8); }
  set Requested(v: bigint) { this.m.setU64(this.va + 8, v); }
}

export class POOL_PAGE {
  static readonly size = 0x20;
  static readonly off = { Va: 0, Pages: 8, PoolIndex: 0xc, PoolTag: 0x10, Spare: 0x14, Requested: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Va(): VirtAddr { return this.m.ptr(this.va); }
  set Va(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Pages(): number { return this.m.u32(this.va + 8); }
  set Pages(v: number) { this.m.setU32(this.va + 8, v); }
  get PoolIndex(): number { return this.m.u32(this.va + 0xc); }
  set PoolIndex(v: number) { this.m.setU32(this.va + 0xc, v); }
  get PoolTag(): number { return this.m.u32(this.va + 0x10); }
  set PoolTag(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Spare(): number { return this.m.u32(this.va + 0x14); }
  set Spare(v: number) { this.m.setU32(this.va + 0x14, v); }
  get Requested(): bigint { return this.m.u64(this.va + 0x18); }
  set Requested(v: bigint) { this.m.setU64(this.va + 0x18, v); }
}

export class POWER_SEQUENCE {
  static readonly size = 0xc;
  static readonly off = { SequenceD1: 0, SequenceD2: 4, SequenceD3: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SequenceD1(): number { return this.m.u32(this.va); }
  set SequenceD1(v: number) { this.m.setU32(this.va, v); }
  get SequenceD2(): number { return this.m.u32(this.va + 4); }
  set SequenceD2(v: number) { this.m.setU32(this.va + 4, v); }
  get SequenceD3(): number { return this.m.u32(this.va + 8); }
  set SequenceD3(v: number) { this.m.setU32(this.va + 8, v); }
}

export class POWER_STATE {
  static readonly size = 4;
  static readonly off = { SystemState: 0, DeviceState: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get SystemState(): number { return this.m.i32(this.va); }
  set SystemState(v: number) { this.m.setU32(this.va, v); }
  get DeviceState(): number { return this.m.i32(this.va); }
  set DeviceState(v: number) { this.m.setU32(this.va, v); }
}

export class PRIVILEGE_SET {
  static readonly size = 0x14;
  static readonly off = { PrivilegeCount: 0, Control: 4, Privilege: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get PrivilegeCount(): number { return this.m.u32(this.va); }
  set PrivilegeCount(v: number) { this.m.setU32(this.va, v); }
  get Control(): number { return this.m.u32(this.va + 4); }
  set Control(v: number) { this.m.setU32(this.va + 4, v); }
  get Privilege(): VirtAddr { return this.va + 8; }
}

export class RTLP_FORMAT_SINK {
  static readonly size = 0x40;
  static readonly off = { Narrow: 0, Wide: 8, Capacity: 0x10, Used: 0x18, Count: 0x20, Flush: 0x28, Float: 0x30, Context: 0x38 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Narrow(): VirtAddr { return this.m.ptr(this.va); }
  set Narrow(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get Wide(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Wide(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get Capacity(): bigint { return this.m.u64(this.va + 0x10); }
  set Capacity(v: bigint) { this.m.setU64(this.va + 0x10, v); }
  get Used(): bigint { return this.m.u64(this.va + 0x18); }
  set Used(v: bigint) { this.m.setU64(this.va + 0x18, v); }
  get Count(): bigint { return this.m.u64(this.va + 0x20); }
  set Count(v: bigint) { this.m.setU64(this.va + 0x20, v); }
  get Flush(): VirtAddr { return this.m.ptr(this.va + 0x28); }
  set Flush(v: VirtAddr) { this.m.setPtr(this.va + 0x28, v); }
  get Float(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set Float(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get Context(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set Context(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
}

export class RTLP_FORMAT_SPEC {
  static readonly size = 0x14;
  static readonly off = { Flags: 0, Width: 4, Precision: 8, Size: 0xc, Conversion: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Flags(): number { return this.m.u32(this.va); }
  set Flags(v: number) { this.m.setU32(this.va, v); }
  get Width(): number { return this.m.u32(this.va + 4); }
  set Width(v: number) { this.m.setU32(this.va + 4, v); }
  get Precision(): number { return this.m.u32(this.va + 8); }
  set Precision(v: number) { this.m.setU32(this.va + 8, v); }
  get Size(): number { return this.m.u32(this.va + 0xc); }
  set Size(v: number) { this.m.setU32(this.va + 0xc, v); }
  get Conversion(): number { return this.m.u32(this.va + 0x10); }
  set Conversion(v: number) { this.m.setU32(this.va + 0x10, v); }
}

export class RTL_USER_PROCESS_PARAMETERS {
  static readonly size = 0x80;
  static readonly off = { Reserved1: 0, Reserved2: 0x10, ImagePathName: 0x60, CommandLine: 0x70 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): VirtAddr { return this.va; }
  get Reserved2(): VirtAddr { return this.va + 0x10; }
  get ImagePathName(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x60); }
  get CommandLine(): UNICODE_STRING { return new UNICODE_STRING(this.m, this.va + 0x70); }
}

export class SECTION_OBJECT_POINTERS {
  static readonly size = 0x18;
  static readonly off = { DataSectionObject: 0, SharedCacheMap: 8, ImageSectionObject: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get DataSectionObject(): VirtAddr { return this.m.ptr(this.va); }
  set DataSectionObject(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get SharedCacheMap(): VirtAddr { return this.m.ptr(this.va + 8); }
  set SharedCacheMap(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get ImageSectionObject(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set ImageSectionObject(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
}

export class SECURITY_QUALITY_OF_SERVICE {
  static readonly size = 0xc;
  static readonly off = { Length: 0, ImpersonationLevel: 4, ContextTrackingMode: 8, EffectiveOnly: 9 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u32(this.va); }
  set Length(v: number) { this.m.setU32(this.va, v); }
  get ImpersonationLevel(): number { return this.m.i32(this.va + 4); }
  set ImpersonationLevel(v: number) { this.m.setU32(this.va + 4, v); }
  get ContextTrackingMode(): number { return this.m.u8(this.va + 8); }
  set ContextTrackingMode(v: number) { this.m.setU8(this.va + 8, v); }
  get EffectiveOnly(): number { return this.m.u8(this.va + 9); }
  set EffectiveOnly(v: number) { this.m.setU8(this.va + 9, v); }
}

export class SECURITY_SUBJECT_CONTEXT {
  static readonly size = 0x20;
  static readonly off = { ClientToken: 0, ImpersonationLevel: 8, PrimaryToken: 0x10, ProcessAuditId: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ClientToken(): VirtAddr { return this.m.ptr(this.va); }
  set ClientToken(v: VirtAddr) { this.m.setPtr(this.va, v); }
  get ImpersonationLevel(): number { return this.m.i32(this.va + 8); }
  set ImpersonationLevel(v: number) { this.m.setU32(this.va + 8, v); }
  get PrimaryToken(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set PrimaryToken(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get ProcessAuditId(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set ProcessAuditId(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class SINGLE_LIST_ENTRY {
  static readonly size = 8;
  static readonly off = { Next: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Next(): VirtAddr { return this.m.ptr(this.va); }
  set Next(v: VirtAddr) { this.m.setPtr(this.va, v); }
}

export class SLIST_HEADER {
  static readonly size = 0x10;
  static readonly off = { Alignment: 0, Region: 8, Header8: 0, Header16: 0, HeaderX64: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Alignment(): bigint { return this.m.u64(this.va); }
  set Alignment(v: bigint) { this.m.setU64(this.va, v); }
  get Region(): bigint { return this.m.u64(this.va + 8); }
  set Region(v: bigint) { this.m.setU64(this.va + 8, v); }
  get Header8(): SLIST_HEADER_Header8 { return new SLIST_HEADER_Header8(this.m, this.va); }
  get Header16(): SLIST_HEADER_Header16 { return new SLIST_HEADER_Header16(this.m, this.va); }
  get HeaderX64(): SLIST_HEADER_HeaderX64 { return new SLIST_HEADER_HeaderX64(this.m, this.va); }
}

export class SLIST_HEADER_Header16 {
  static readonly size = 0x10;
  static readonly off = { Depth: 0, Sequence: 0, HeaderType: 8, Init: 8, Reserved: 8, NextEntry: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Depth(): number { return Number((this.m.u64(this.va) >> 0n) & 0xffffn); }
  set Depth(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xffffffffffff0000n) | ((BigInt(v) & 0xffffn) << 0n)); }
  get Sequence(): number { return Number((this.m.u64(this.va) >> 16n) & 0xffffffffffffn); }
  set Sequence(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xffffn) | ((BigInt(v) & 0xffffffffffffn) << 16n)); }
  get HeaderType(): number { return Number((this.m.u64(this.va + 8) >> 0n) & 0x1n); }
  set HeaderType(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffffen) | ((BigInt(v) & 0x1n) << 0n)); }
  get Init(): number { return Number((this.m.u64(this.va + 8) >> 1n) & 0x1n); }
  set Init(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffffdn) | ((BigInt(v) & 0x1n) << 1n)); }
  get Reserved(): number { return Number((this.m.u64(this.va + 8) >> 2n) & 0x3n); }
  set Reserved(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffff3n) | ((BigInt(v) & 0x3n) << 2n)); }
  get NextEntry(): bigint { return (this.m.u64(this.va + 8) >> 4n) & 0xfffffffffffffffn; }
  set NextEntry(v: bigint) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfn) | ((v & 0xfffffffffffffffn) << 4n)); }
}

export class SLIST_HEADER_Header8 {
  static readonly size = 0x10;
  static readonly off = { Depth: 0, Sequence: 0, NextEntry: 0, HeaderType: 8, Init: 8, Reserved: 8, Region: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Depth(): number { return Number((this.m.u64(this.va) >> 0n) & 0xffffn); }
  set Depth(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xffffffffffff0000n) | ((BigInt(v) & 0xffffn) << 0n)); }
  get Sequence(): number { return Number((this.m.u64(this.va) >> 16n) & 0x1ffn); }
  set Sequence(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xfffffffffe00ffffn) | ((BigInt(v) & 0x1ffn) << 16n)); }
  get NextEntry(): number { return Number((this.m.u64(this.va) >> 25n) & 0x7fffffffffn); }
  set NextEntry(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0x1ffffffn) | ((BigInt(v) & 0x7fffffffffn) << 25n)); }
  get HeaderType(): number { return Number((this.m.u64(this.va + 8) >> 0n) & 0x1n); }
  set HeaderType(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffffen) | ((BigInt(v) & 0x1n) << 0n)); }
  get Init(): number { return Number((this.m.u64(this.va + 8) >> 1n) & 0x1n); }
  set Init(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffffdn) | ((BigInt(v) & 0x1n) << 1n)); }
  get Reserved(): bigint { return (this.m.u64(this.va + 8) >> 2n) & 0x7ffffffffffffffn; }
  set Reserved(v: bigint) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xe000000000000003n) | ((v & 0x7ffffffffffffffn) << 2n)); }
  get Region(): number { return Number((this.m.u64(this.va + 8) >> 61n) & 0x7n); }
  set Region(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0x1fffffffffffffffn) | ((BigInt(v) & 0x7n) << 61n)); }
}

export class SLIST_HEADER_HeaderX64 {
  static readonly size = 0x10;
  static readonly off = { Depth: 0, Sequence: 0, HeaderType: 8, Reserved: 8, NextEntry: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Depth(): number { return Number((this.m.u64(this.va) >> 0n) & 0xffffn); }
  set Depth(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xffffffffffff0000n) | ((BigInt(v) & 0xffffn) << 0n)); }
  get Sequence(): number { return Number((this.m.u64(this.va) >> 16n) & 0xffffffffffffn); }
  set Sequence(v: number) { this.m.setU64(this.va, (this.m.u64(this.va) & 0xffffn) | ((BigInt(v) & 0xffffffffffffn) << 16n)); }
  get HeaderType(): number { return Number((this.m.u64(this.va + 8) >> 0n) & 0x1n); }
  set HeaderType(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffffen) | ((BigInt(v) & 0x1n) << 0n)); }
  get Reserved(): number { return Number((this.m.u64(this.va + 8) >> 1n) & 0x7n); }
  set Reserved(v: number) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfffffffffffffff1n) | ((BigInt(v) & 0x7n) << 1n)); }
  get NextEntry(): bigint { return (this.m.u64(this.va + 8) >> 4n) & 0xfffffffffffffffn; }
  set NextEntry(v: bigint) { this.m.setU64(this.va + 8, (this.m.u64(this.va + 8) & 0xfn) | ((v & 0xfffffffffffffffn) << 4n)); }
}

export class STRING {
  static readonly size = 0x10;
  static readonly off = { Length: 0, MaximumLength: 2, Buffer: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u16(this.va); }
  set Length(v: number) { this.m.setU16(this.va, v); }
  get MaximumLength(): number { return this.m.u16(this.va + 2); }
  set MaximumLength(v: number) { this.m.setU16(this.va + 2, v); }
  get Buffer(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Buffer(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class SYSTEM_POWER_STATE_CONTEXT {
  static readonly size = 4;
  static readonly off = { Reserved1: 0, TargetSystemState: 0, EffectiveSystemState: 0, CurrentSystemState: 0, IgnoreHibernationPath: 0, PseudoTransition: 0, Reserved2: 0, ContextAsUlong: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): number { return (this.m.u32(this.va) >>> 0) & 255; }
  set Reserved1(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -256) | ((v & 255) << 0)); }
  get TargetSystemState(): number { return (this.m.u32(this.va) >>> 8) & 15; }
  set TargetSystemState(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -3841) | ((v & 15) << 8)); }
  get EffectiveSystemState(): number { return (this.m.u32(this.va) >>> 12) & 15; }
  set EffectiveSystemState(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -61441) | ((v & 15) << 12)); }
  get CurrentSystemState(): number { return (this.m.u32(this.va) >>> 16) & 15; }
  set CurrentSystemState(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -983041) | ((v & 15) << 16)); }
  get IgnoreHibernationPath(): number { return (this.m.u32(this.va) >>> 20) & 1; }
  set IgnoreHibernationPath(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -1048577) | ((v & 1) << 20)); }
  get PseudoTransition(): number { return (this.m.u32(this.va) >>> 21) & 1; }
  set PseudoTransition(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & -2097153) | ((v & 1) << 21)); }
  get Reserved2(): number { return (this.m.u32(this.va) >>> 22) & 1023; }
  set Reserved2(v: number) { this.m.setU32(this.va, (this.m.u32(this.va) & 4194303) | ((v & 1023) << 22)); }
  get ContextAsUlong(): number { return this.m.u32(this.va); }
  set ContextAsUlong(v: number) { this.m.setU32(this.va, v); }
}

export class TEB {
  static readonly size = 0x1788;
  static readonly off = { Reserved1: 0, ProcessEnvironmentBlock: 0x60, Reserved2: 0x68, Reserved3: 0xce0, TlsSlots: 0x1480, Reserved4: 0x1680, Reserved5: 0x1688, ReservedForOle: 0x1758, Reserved6: 0x1760, TlsExpansionSlots: 0x1780 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Reserved1(): VirtAddr { return this.va; }
  get ProcessEnvironmentBlock(): VirtAddr { return this.m.ptr(this.va + 0x60); }
  set ProcessEnvironmentBlock(v: VirtAddr) { this.m.setPtr(this.va + 0x60, v); }
  get Reserved2(): VirtAddr { return this.va + 0x68; }
  get Reserved3(): VirtAddr { return this.va + 0xce0; }
  get TlsSlots(): VirtAddr { return this.va + 0x1480; }
  get Reserved4(): VirtAddr { return this.va + 0x1680; }
  get Reserved5(): VirtAddr { return this.va + 0x1688; }
  get ReservedForOle(): VirtAddr { return this.m.ptr(this.va + 0x1758); }
  set ReservedForOle(v: VirtAddr) { this.m.setPtr(this.va + 0x1758, v); }
  get Reserved6(): VirtAddr { return this.va + 0x1760; }
  get TlsExpansionSlots(): VirtAddr { return this.m.ptr(this.va + 0x1780); }
  set TlsExpansionSlots(v: VirtAddr) { this.m.setPtr(this.va + 0x1780, v); }
}

export class ULARGE_INTEGER {
  static readonly size = 8;
  static readonly off = { LowPart: 0, HighPart: 4, u: 0, QuadPart: 0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get HighPart(): number { return this.m.u32(this.va + 4); }
  set HighPart(v: number) { this.m.setU32(this.va + 4, v); }
  get u(): ULARGE_INTEGER_u { return new ULARGE_INTEGER_u(this.m, this.va); }
  get QuadPart(): bigint { return this.m.u64(this.va); }
  set QuadPart(v: bigint) { this.m.setU64(this.va, v); }
}

export class ULARGE_INTEGER_u {
  static readonly size = 8;
  static readonly off = { LowPart: 0, HighPart: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get LowPart(): number { return this.m.u32(this.va); }
  set LowPart(v: number) { this.m.setU32(this.va, v); }
  get HighPart(): number { return this.m.u32(this.va + 4); }
  set HighPart(v: number) { this.m.setU32(this.va + 4, v); }
}

export class UNICODE_STRING {
  static readonly size = 0x10;
  static readonly off = { Length: 0, MaximumLength: 2, Buffer: 8 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Length(): number { return this.m.u16(this.va); }
  set Length(v: number) { this.m.setU16(this.va, v); }
  get MaximumLength(): number { return this.m.u16(this.va + 2); }
  set MaximumLength(v: number) { this.m.setU16(this.va + 2, v); }
  get Buffer(): VirtAddr { return this.m.ptr(this.va + 8); }
  set Buffer(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
}

export class VPB {
  static readonly size = 0x60;
  static readonly off = { Type: 0, Size: 2, Flags: 4, VolumeLabelLength: 6, DeviceObject: 8, RealDevice: 0x10, SerialNumber: 0x18, ReferenceCount: 0x1c, VolumeLabel: 0x20 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Type(): number { return this.m.i16(this.va); }
  set Type(v: number) { this.m.setU16(this.va, v); }
  get Size(): number { return this.m.i16(this.va + 2); }
  set Size(v: number) { this.m.setU16(this.va + 2, v); }
  get Flags(): number { return this.m.u16(this.va + 4); }
  set Flags(v: number) { this.m.setU16(this.va + 4, v); }
  get VolumeLabelLength(): number { return this.m.u16(this.va + 6); }
  set VolumeLabelLength(v: number) { this.m.setU16(this.va + 6, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 8); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 8, v); }
  get RealDevice(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set RealDevice(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get SerialNumber(): number { return this.m.u32(this.va + 0x18); }
  set SerialNumber(v: number) { this.m.setU32(this.va + 0x18, v); }
  get ReferenceCount(): number { return this.m.u32(this.va + 0x1c); }
  set ReferenceCount(v: number) { this.m.setU32(this.va + 0x1c, v); }
  get VolumeLabel(): VirtAddr { return this.va + 0x20; }
}

export class WAIT_CONTEXT_BLOCK {
  static readonly size = 0x48;
  static readonly off = { WaitQueueEntry: 0, DmaWaitEntry: 0, NumberOfChannels: 0x10, SyncCallback: 0x14, DmaContext: 0x14, ZeroMapRegisters: 0x14, Reserved: 0x14, NumberOfRemapPages: 0x14, DeviceRoutine: 0x18, DeviceContext: 0x20, NumberOfMapRegisters: 0x28, DeviceObject: 0x30, CurrentIrp: 0x38, BufferChainingDpc: 0x40 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get WaitQueueEntry(): KDEVICE_QUEUE_ENTRY { return new KDEVICE_QUEUE_ENTRY(this.m, this.va); }
  get DmaWaitEntry(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get NumberOfChannels(): number { return this.m.u32(this.va + 0x10); }
  set NumberOfChannels(v: number) { this.m.setU32(this.va + 0x10, v); }
  get SyncCallback(): number { return (this.m.u32(this.va + 0x14) >>> 0) & 1; }
  set SyncCallback(v: number) { this.m.setU32(this.va + 0x14, (this.m.u32(this.va + 0x14) & -2) | ((v & 1) << 0)); }
  get DmaContext(): number { return (this.m.u32(this.va + 0x14) >>> 1) & 1; }
  set DmaContext(v: number) { this.m.setU32(this.va + 0x14, (this.m.u32(this.va + 0x14) & -3) | ((v & 1) << 1)); }
  get ZeroMapRegisters(): number { return (this.m.u32(this.va + 0x14) >>> 2) & 1; }
  set ZeroMapRegisters(v: number) { this.m.setU32(this.va + 0x14, (this.m.u32(this.va + 0x14) & -5) | ((v & 1) << 2)); }
  get Reserved(): number { return (this.m.u32(this.va + 0x14) >>> 3) & 511; }
  set Reserved(v: number) { this.m.setU32(this.va + 0x14, (this.m.u32(this.va + 0x14) & -4089) | ((v & 511) << 3)); }
  get NumberOfRemapPages(): number { return (this.m.u32(this.va + 0x14) >>> 12) & 1048575; }
  set NumberOfRemapPages(v: number) { this.m.setU32(this.va + 0x14, (this.m.u32(this.va + 0x14) & 4095) | ((v & 1048575) << 12)); }
  get DeviceRoutine(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set DeviceRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
  get DeviceContext(): VirtAddr { return this.m.ptr(this.va + 0x20); }
  set DeviceContext(v: VirtAddr) { this.m.setPtr(this.va + 0x20, v); }
  get NumberOfMapRegisters(): number { return this.m.u32(this.va + 0x28); }
  set NumberOfMapRegisters(v: number) { this.m.setU32(this.va + 0x28, v); }
  get DeviceObject(): VirtAddr { return this.m.ptr(this.va + 0x30); }
  set DeviceObject(v: VirtAddr) { this.m.setPtr(this.va + 0x30, v); }
  get CurrentIrp(): VirtAddr { return this.m.ptr(this.va + 0x38); }
  set CurrentIrp(v: VirtAddr) { this.m.setPtr(this.va + 0x38, v); }
  get BufferChainingDpc(): VirtAddr { return this.m.ptr(this.va + 0x40); }
  set BufferChainingDpc(v: VirtAddr) { this.m.setPtr(this.va + 0x40, v); }
}

export class WORK_QUEUE_ITEM {
  static readonly size = 0x20;
  static readonly off = { List: 0, WorkerRoutine: 0x10, Parameter: 0x18 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get List(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get WorkerRoutine(): VirtAddr { return this.m.ptr(this.va + 0x10); }
  set WorkerRoutine(v: VirtAddr) { this.m.setPtr(this.va + 0x10, v); }
  get Parameter(): VirtAddr { return this.m.ptr(this.va + 0x18); }
  set Parameter(v: VirtAddr) { this.m.setPtr(this.va + 0x18, v); }
}

export class XSAVE_FORMAT {
  static readonly size = 0x200;
  static readonly off = { ControlWord: 0, StatusWord: 2, TagWord: 4, Reserved1: 5, ErrorOpcode: 6, ErrorOffset: 8, ErrorSelector: 0xc, Reserved2: 0xe, DataOffset: 0x10, DataSelector: 0x14, Reserved3: 0x16, MxCsr: 0x18, MxCsr_Mask: 0x1c, FloatRegisters: 0x20, XmmRegisters: 0xa0, Reserved4: 0x1a0 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get ControlWord(): number { return this.m.u16(this.va); }
  set ControlWord(v: number) { this.m.setU16(this.va, v); }
  get StatusWord(): number { return this.m.u16(this.va + 2); }
  set StatusWord(v: number) { this.m.setU16(this.va + 2, v); }
  get TagWord(): number { return this.m.u8(this.va + 4); }
  set TagWord(v: number) { this.m.setU8(this.va + 4, v); }
  get Reserved1(): number { return this.m.u8(this.va + 5); }
  set Reserved1(v: number) { this.m.setU8(this.va + 5, v); }
  get ErrorOpcode(): number { return this.m.u16(this.va + 6); }
  set ErrorOpcode(v: number) { this.m.setU16(this.va + 6, v); }
  get ErrorOffset(): number { return this.m.u32(this.va + 8); }
  set ErrorOffset(v: number) { this.m.setU32(this.va + 8, v); }
  get ErrorSelector(): number { return this.m.u16(this.va + 0xc); }
  set ErrorSelector(v: number) { this.m.setU16(this.va + 0xc, v); }
  get Reserved2(): number { return this.m.u16(this.va + 0xe); }
  set Reserved2(v: number) { this.m.setU16(this.va + 0xe, v); }
  get DataOffset(): number { return this.m.u32(this.va + 0x10); }
  set DataOffset(v: number) { this.m.setU32(this.va + 0x10, v); }
  get DataSelector(): number { return this.m.u16(this.va + 0x14); }
  set DataSelector(v: number) { this.m.setU16(this.va + 0x14, v); }
  get Reserved3(): number { return this.m.u16(this.va + 0x16); }
  set Reserved3(v: number) { this.m.setU16(this.va + 0x16, v); }
  get MxCsr(): number { return this.m.u32(this.va + 0x18); }
  set MxCsr(v: number) { this.m.setU32(this.va + 0x18, v); }
  get MxCsr_Mask(): number { return this.m.u32(this.va + 0x1c); }
  set MxCsr_Mask(v: number) { this.m.setU32(this.va + 0x1c, v); }
  get FloatRegisters(): VirtAddr { return this.va + 0x20; }
  get XmmRegisters(): VirtAddr { return this.va + 0xa0; }
  get Reserved4(): VirtAddr { return this.va + 0x1a0; }
}

export class XSTATE_CONFIGURATION {
  static readonly size = 0x210;
  static readonly off = { EnabledFeatures: 0, Size: 8, OptimizedSave: 0xc, Features: 0x10 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get EnabledFeatures(): bigint { return this.m.u64(this.va); }
  set EnabledFeatures(v: bigint) { this.m.setU64(this.va, v); }
  get Size(): number { return this.m.u32(this.va + 8); }
  set Size(v: number) { this.m.setU32(this.va + 8, v); }
  get OptimizedSave(): number { return (this.m.u32(this.va + 0xc) >>> 0) & 1; }
  set OptimizedSave(v: number) { this.m.setU32(this.va + 0xc, (this.m.u32(this.va + 0xc) & -2) | ((v & 1) << 0)); }
  get Features(): VirtAddr { return this.va + 0x10; }
}

export class XSTATE_FEATURE {
  static readonly size = 8;
  static readonly off = { Offset: 0, Size: 4 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Offset(): number { return this.m.u32(this.va); }
  set Offset(v: number) { this.m.setU32(this.va, v); }
  get Size(): number { return this.m.u32(this.va + 4); }
  set Size(v: number) { this.m.setU32(this.va + 4, v); }
}

export { STRING as ANSI_STRING };
export { GUID as CLSID };
export { GUID as IID };
export { KMUTANT as KMUTEX };
export { STRING as OEM_STRING };
export { LARGE_INTEGER as PHYSICAL_ADDRESS };
export { STRING as UTF8_STRING };
export { XSAVE_FORMAT as XMM_SAVE_AREA32 };

/** Integer constants of the headers; beyond 2^53 bigints. */
export const C = {
  ACCESS_ALLOWED_ACE_TYPE: 0,
  ACCESS_DENIED_ACE_TYPE: 1,
  ACCESS_REASON_TYPE_MASK: 0xff0000,
  ACCESS_SYSTEM_SECURITY: 0x1000000,
  ACL_REVISION: 2,
  ACL_REVISION_DS: 4,
  ACPIBus: 17,
  ACPI_BIOS_ERROR: 165,
  ACPI_BIOS_FATAL_ERROR: 224,
  ACTIVE_EX_WORKER_THREAD_TERMINATION: 233,
  ALERT_INCREMENT: 2,
  ANSI_NULL: 0,
  ANYSIZE_ARRAY: 1,
  APC_INDEX_MISMATCH: 1,
  APC_LEVEL: 1,
  ASSIGN_DRIVE_LETTERS_FAILED: 114,
  ATDISK_DRIVER_INTERNAL: 66,
  ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY: 252,
  ATTEMPTED_SWITCH_FROM_DPC: 184,
  ATTEMPTED_WRITE_TO_READONLY_MEMORY: 190,
  ApcObject: 18,
  AttachedApcEnvironment: 1,
  BAD_POOL_CALLER: 194,
  BAD_POOL_HEADER: 25,
  BAD_SYSTEM_CONFIG_INFO: 116,
  BOOTING_IN_SAFEMODE_DSREPAIR: 0x400000aa,
  BOOTING_IN_SAFEMODE_MINIMAL: 0x400000a8,
  BOOTING_IN_SAFEMODE_NETWORK: 0x400000a9,
  BOOTLOG_ENABLED: 0x400000b7,
  BUGCHECK_TECH_INFO: 0x80000083,
  BackOffice: 2,
  BackgroundWorkQueue: 4,
  BufferEmpty: 0,
  BufferFinished: 3,
  BufferIncomplete: 4,
  BufferInserted: 1,
  BufferStarted: 2,
  BusQueryCompatibleIDs: 2,
  BusQueryContainerID: 5,
  BusQueryDeviceID: 0,
  BusQueryDeviceSerialNumber: 4,
  BusQueryHardwareIDs: 1,
  BusQueryInstanceID: 3,
  BusRelations: 0,
  CACHE_INITIALIZATION_FAILED: 102,
  CACHE_MANAGER: 52,
  CANCEL_STATE_IN_COMPLETED_IRP: 72,
  CANNOT_WRITE_CONFIGURATION: 117,
  CBus: 9,
  CDFS_FILE_SYSTEM: 38,
  CID_HANDLE_CREATION: 22,
  CID_HANDLE_DELETION: 23,
  CLOCK_LEVEL: 13,
  CLOCK_WATCHDOG_TIMEOUT: 257,
  CMCI_LEVEL: 5,
  CONFIG_INITIALIZATION_FAILED: 103,
  CONFIG_LIST_FAILED: 115,
  CONTEXT_AMD64: 0x100000,
  CONTEXT_CONTROL: 0x100001,
  CONTEXT_DEBUG_REGISTERS: 0x100010,
  CONTEXT_FLOATING_POINT: 0x100008,
  CONTEXT_FULL: 0x10000b,
  CONTEXT_INTEGER: 0x100002,
  CONTEXT_SEGMENTS: 0x100004,
  CONTEXT_UNWOUND_TO_CALL: 0x20000000,
  CORRUPT_ACCESS_TOKEN: 40,
  CREATE_DELETE_LOCK_NOT_LOCKED: 20,
  CRITICAL_OBJECT_TERMINATION: 244,
  CRITICAL_PROCESS_DIED: 239,
  CRITICAL_SERVICE_FAILED: 90,
  CbusConfiguration: 3,
  CmResourceShareDeviceExclusive: 1,
  CmResourceShareDriverExclusive: 2,
  CmResourceShareShared: 3,
  CmResourceShareUndetermined: 0,
  Cmos: 0,
  CommunicationServer: 3,
  Compatible: 0,
  ConfigurationSpaceUndefined: -1,
  ContinueCompletion: 0,
  CriticalWorkQueue: 0,
  CurrentApcEnvironment: 2,
  CustomPriorityWorkQueue: 32,
  DACL_SECURITY_INFORMATION: 4,
  DATA_BUS_ERROR: 46,
  DATA_COHERENCY_EXCEPTION: 85,
  DBG_APP_NOT_IDLE: -1073676286,
  DBG_COMMAND_EXCEPTION: 0x40010009,
  DBG_CONTINUE: 0x10002,
  DBG_CONTROL_BREAK: 0x40010008,
  DBG_CONTROL_C: 0x40010005,
  DBG_EXCEPTION_HANDLED: 0x10001,
  DBG_EXCEPTION_NOT_HANDLED: -2147418111,
  DBG_NO_STATE_CHANGE: -1073676287,
  DBG_PRINTEXCEPTION_C: 0x40010006,
  DBG_PRINTEXCEPTION_WIDE_C: 0x4001000a,
  DBG_REPLY_LATER: 0x40010001,
  DBG_RIPEXCEPTION: 0x40010007,
  DBG_TERMINATE_PROCESS: 0x40010004,
  DBG_TERMINATE_THREAD: 0x40010003,
  DBG_UNABLE_TO_PROVIDE_HANDLE: 0x40010002,
  DELETE: 0x10000,
  DEVICE_QUEUE_NOT_BUSY: 2,
  DEVICE_REFERENCE_COUNT_NOT_ZERO: 54,
  DISPATCH_LEVEL: 2,
  DOE_DELETE_PENDING: 2,
  DOE_REMOVE_PENDING: 4,
  DOE_REMOVE_PROCESSED: 8,
  DOE_UNLOAD_PENDING: 1,
  DOMAIN_ALIAS_RID_ADMINS: 544,
  DOMAIN_ALIAS_RID_USERS: 545,
  DO_BUFFERED_IO: 4,
  DO_BUS_ENUMERATED_DEVICE: 4096,
  DO_DEVICE_HAS_NAME: 64,
  DO_DEVICE_INITIALIZING: 128,
  DO_DIRECT_IO: 16,
  DO_DISALLOW_EXECUTE: 0x800000,
  DO_EXCLUSIVE: 8,
  DO_FORCE_NEITHER_IO: 0x80000,
  DO_LONG_TERM_REQUESTS: 512,
  DO_LOW_PRIORITY_FILESYSTEM: 0x10000,
  DO_MAP_IO_BUFFER: 32,
  DO_NEVER_LAST_DEVICE: 1024,
  DO_NOT_PURGE_DIRTY_PAGES: 4,
  DO_NOT_RETRY_PURGE: 2,
  DO_POWER_INRUSH: 16384,
  DO_POWER_PAGABLE: 8192,
  DO_SHUTDOWN_REGISTERED: 2048,
  DO_SUPPORTS_TRANSACTIONS: 0x40000,
  DO_SYSTEM_BOOT_PARTITION: 256,
  DO_SYSTEM_CRITICAL_PARTITION: 0x400000,
  DO_SYSTEM_SYSTEM_PARTITION: 0x200000,
  DO_VERIFY_VOLUME: 2,
  DO_VOLUME_DEVICE_OBJECT: 0x100000,
  DPC_WATCHDOG_VIOLATION: 307,
  DPFLTR_DEFAULT_ID: 101,
  DPFLTR_ERROR_LEVEL: 0,
  DPFLTR_FLTMGR_ID: 67,
  DPFLTR_IHVAUDIO_ID: 79,
  DPFLTR_IHVBUS_ID: 82,
  DPFLTR_IHVDRIVER_ID: 77,
  DPFLTR_IHVNETWORK_ID: 80,
  DPFLTR_IHVSTREAMING_ID: 81,
  DPFLTR_IHVVIDEO_ID: 78,
  DPFLTR_INFO_LEVEL: 3,
  DPFLTR_MASK: 0x80000000,
  DPFLTR_NTOSPNP_ID: 8,
  DPFLTR_SMSS_ID: 1,
  DPFLTR_SYSTEM_ID: 0,
  DPFLTR_TRACE_LEVEL: 2,
  DPFLTR_VERIFIER_ID: 93,
  DPFLTR_WARNING_LEVEL: 1,
  DRIVER_CAUGHT_MODIFYING_FREED_POOL: 198,
  DRIVER_CORRUPTED_EXPOOL: 197,
  DRIVER_CORRUPTED_MMPOOL: 208,
  DRIVER_IRQL_NOT_LESS_OR_EQUAL: 209,
  DRIVER_LEFT_LOCKED_PAGES_IN_PROCESS: 203,
  DRIVER_OVERRAN_STACK_BUFFER: 247,
  DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION: 214,
  DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL: 213,
  DRIVER_PORTION_MUST_BE_NONPAGED: 211,
  DRIVER_POWER_STATE_FAILURE: 159,
  DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS: 206,
  DRIVER_USED_EXCESSIVE_PTES: 216,
  DRIVER_VERIFIER_DETECTED_VIOLATION: 196,
  DRIVER_VERIFIER_IOMANAGER_VIOLATION: 201,
  DRS_LEVEL: 14,
  DRVO_BOOTREINIT_REGISTERED: 32,
  DRVO_BUILTIN_DRIVER: 4,
  DRVO_INITIALIZED: 16,
  DRVO_LEGACY_DRIVER: 2,
  DRVO_LEGACY_RESOURCES: 64,
  DRVO_REINIT_REGISTERED: 8,
  DRVO_UNLOAD_INVOKED: 1,
  DUPLICATE_CLOSE_SOURCE: 1,
  DUPLICATE_SAME_ACCESS: 2,
  DeallocateObject: 2,
  DeallocateObjectKeepRegisters: 3,
  DelayExecution: 4,
  DelayedWorkQueue: 1,
  DevicePowerState: 1,
  DevicePropertyAddress: 16,
  DevicePropertyAllocatedResources: 21,
  DevicePropertyBootConfiguration: 3,
  DevicePropertyBootConfigurationTranslated: 4,
  DevicePropertyBusNumber: 14,
  DevicePropertyBusTypeGuid: 12,
  DevicePropertyClassGuid: 6,
  DevicePropertyClassName: 5,
  DevicePropertyCompatibleIDs: 2,
  DevicePropertyContainerID: 22,
  DevicePropertyDeviceDescription: 0,
  DevicePropertyDriverKeyName: 7,
  DevicePropertyEnumeratorName: 15,
  DevicePropertyFriendlyName: 9,
  DevicePropertyHardwareID: 1,
  DevicePropertyInstallState: 18,
  DevicePropertyLegacyBusType: 13,
  DevicePropertyLocationInformation: 10,
  DevicePropertyManufacturer: 8,
  DevicePropertyPhysicalDeviceObjectName: 11,
  DevicePropertyRemovalPolicy: 19,
  DevicePropertyResourceRequirements: 20,
  DevicePropertyUINumber: 17,
  DeviceQueueObject: 20,
  DeviceTextDescription: 0,
  DeviceTextLocationInformation: 1,
  DeviceUsageTypeBoot: 4,
  DeviceUsageTypeDumpFile: 3,
  DeviceUsageTypeGuestAssigned: 6,
  DeviceUsageTypeHibernation: 2,
  DeviceUsageTypePaging: 1,
  DeviceUsageTypePostDisplay: 5,
  DeviceUsageTypeUndefined: 0,
  DirectoryNotifyExtendedInformation: 2,
  DirectoryNotifyInformation: 1,
  DontUseThisType: 3,
  DontUseThisTypeSession: 35,
  DpcObject: 19,
  DrvRtPoolNxOptIn: 1,
  EMPTY_THREAD_REAPER_LIST: 19,
  ERROR_LOG_LIMIT_SIZE: 240,
  ERROR_LOG_MAXIMUM_SIZE: 240,
  EVENT_ALL_ACCESS: 0x1f0003,
  EVENT_INCREMENT: 1,
  EVENT_MODIFY_STATE: 2,
  EVENT_QUERY_STATE: 1,
  EXCEPTION_COLLIDED_UNWIND: 64,
  EXCEPTION_EXIT_UNWIND: 4,
  EXCEPTION_MAXIMUM_PARAMETERS: 15,
  EXCEPTION_NESTED_CALL: 16,
  EXCEPTION_NONCONTINUABLE: 1,
  EXCEPTION_STACK_INVALID: 8,
  EXCEPTION_TARGET_UNWIND: 32,
  EXCEPTION_UNWIND: 102,
  EXCEPTION_UNWINDING: 2,
  EXP_BLOCK_FREE: 0,
  EXP_BLOCK_USED: 10,
  EXP_PAGE_TOMBSTONE: 1,
  EXP_PAGE_UNITS: 255,
  EXP_POOL_ALIGN: 16,
  EXP_POOL_COUNT: 3,
  EXP_POOL_LISTS: 256,
  EXP_POOL_NONPAGED: 0,
  EXP_POOL_NONPAGED_NX: 1,
  EXP_POOL_PAGED: 2,
  EXP_POOL_PAGES: 2048,
  EXP_TAG_NAME: 0x6d4e624f,
  EXP_TAG_STRING: 0x67727453,
  Eisa: 2,
  EisaConfiguration: 1,
  EjectionRelations: 1,
  EndAlternatives: 2,
  Enterprise: 1,
  EventBasicInformation: 0,
  EventCategoryDeviceInterfaceChange: 2,
  EventCategoryHardwareProfileChange: 1,
  EventCategoryKernelSoftRestart: 4,
  EventCategoryReserved: 0,
  EventCategoryTargetDeviceChange: 3,
  EventNotificationObject: 0,
  EventSynchronizationObject: 1,
  ExceptionCollidedUnwind: 3,
  ExceptionContinueExecution: 0,
  ExceptionContinueSearch: 1,
  ExceptionNestedException: 2,
  Executive: 0,
  FALSE: 0,
  FAST_FAIL_CORRUPT_LIST_ENTRY: 3,
  FAST_FAIL_FATAL_APP_EXIT: 7,
  FAST_FAIL_GS_COOKIE_INIT: 6,
  FAST_FAIL_GUARD_ICALL_CHECK_FAILURE: 10,
  FAST_FAIL_INCORRECT_STACK: 4,
  FAST_FAIL_INVALID_ARG: 5,
  FAST_FAIL_INVALID_BUFFER_ACCESS: 28,
  FAST_FAIL_INVALID_REFERENCE_COUNT: 14,
  FAST_FAIL_LEGACY_GS_VIOLATION: 0,
  FAST_FAIL_RANGE_CHECK_FAILURE: 8,
  FAST_FAIL_STACK_COOKIE_CHECK_FAILURE: 2,
  FATAL_UNHANDLED_HARD_ERROR: 76,
  FAT_FILE_SYSTEM: 35,
  FILE_ADD_FILE: 2,
  FILE_ADD_SUBDIRECTORY: 4,
  FILE_ALL_ACCESS: 0x1f01ff,
  FILE_ANY_ACCESS: 0,
  FILE_APPEND_DATA: 4,
  FILE_ATTRIBUTE_ARCHIVE: 32,
  FILE_ATTRIBUTE_COMPRESSED: 2048,
  FILE_ATTRIBUTE_DEVICE: 64,
  FILE_ATTRIBUTE_DIRECTORY: 16,
  FILE_ATTRIBUTE_ENCRYPTED: 16384,
  FILE_ATTRIBUTE_HIDDEN: 2,
  FILE_ATTRIBUTE_NORMAL: 128,
  FILE_ATTRIBUTE_NOT_CONTENT_INDEXED: 8192,
  FILE_ATTRIBUTE_OFFLINE: 4096,
  FILE_ATTRIBUTE_READONLY: 1,
  FILE_ATTRIBUTE_REPARSE_POINT: 1024,
  FILE_ATTRIBUTE_SPARSE_FILE: 512,
  FILE_ATTRIBUTE_SYSTEM: 4,
  FILE_ATTRIBUTE_TEMPORARY: 256,
  FILE_ATTRIBUTE_VALID_FLAGS: 32695,
  FILE_ATTRIBUTE_VALID_SET_FLAGS: 12711,
  FILE_ATTRIBUTE_VIRTUAL: 0x10000,
  FILE_AUTOGENERATED_DEVICE_NAME: 128,
  FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_DEPRECATED: 512,
  FILE_CHARACTERISTICS_EXPECT_ORDERLY_REMOVAL_EX: 16384,
  FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_DEPRECATED: 768,
  FILE_CHARACTERISTICS_EXPECT_SURPRISE_REMOVAL_EX: 32768,
  FILE_CHARACTERISTICS_PROPAGATED: 271,
  FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_DEPRECATED: 768,
  FILE_CHARACTERISTICS_REMOVAL_POLICY_MASK_EX: 49152,
  FILE_CHARACTERISTIC_PNP_DEVICE: 2048,
  FILE_CHARACTERISTIC_TS_DEVICE: 4096,
  FILE_CHARACTERISTIC_WEBDAV_DEVICE: 8192,
  FILE_COMPLETE_IF_OPLOCKED: 256,
  FILE_CREATE: 2,
  FILE_CREATED: 2,
  FILE_CREATE_PIPE_INSTANCE: 4,
  FILE_CREATE_TREE_CONNECTION: 128,
  FILE_DELETE_CHILD: 64,
  FILE_DELETE_ON_CLOSE: 4096,
  FILE_DEVICE_8042_PORT: 39,
  FILE_DEVICE_ACPI: 50,
  FILE_DEVICE_BATTERY: 41,
  FILE_DEVICE_BEEP: 1,
  FILE_DEVICE_BIOMETRIC: 68,
  FILE_DEVICE_BLUETOOTH: 65,
  FILE_DEVICE_BUS_EXTENDER: 42,
  FILE_DEVICE_CD_ROM: 2,
  FILE_DEVICE_CD_ROM_FILE_SYSTEM: 3,
  FILE_DEVICE_CHANGER: 48,
  FILE_DEVICE_CONTROLLER: 4,
  FILE_DEVICE_CRYPT_PROVIDER: 63,
  FILE_DEVICE_DATALINK: 5,
  FILE_DEVICE_DFS: 6,
  FILE_DEVICE_DFS_FILE_SYSTEM: 53,
  FILE_DEVICE_DFS_VOLUME: 54,
  FILE_DEVICE_DISK: 7,
  FILE_DEVICE_DISK_FILE_SYSTEM: 8,
  FILE_DEVICE_DVD: 51,
  FILE_DEVICE_FILE_SYSTEM: 9,
  FILE_DEVICE_FIPS: 58,
  FILE_DEVICE_FULLSCREEN_VIDEO: 52,
  FILE_DEVICE_INFINIBAND: 59,
  FILE_DEVICE_INPORT_PORT: 10,
  FILE_DEVICE_IS_MOUNTED: 32,
  FILE_DEVICE_KEYBOARD: 11,
  FILE_DEVICE_KS: 47,
  FILE_DEVICE_KSEC: 57,
  FILE_DEVICE_MAILSLOT: 12,
  FILE_DEVICE_MASS_STORAGE: 45,
  FILE_DEVICE_MIDI_IN: 13,
  FILE_DEVICE_MIDI_OUT: 14,
  FILE_DEVICE_MODEM: 43,
  FILE_DEVICE_MOUSE: 15,
  FILE_DEVICE_MT_COMPOSITE: 66,
  FILE_DEVICE_MT_TRANSPORT: 67,
  FILE_DEVICE_MULTI_UNC_PROVIDER: 16,
  FILE_DEVICE_NAMED_PIPE: 17,
  FILE_DEVICE_NETWORK: 18,
  FILE_DEVICE_NETWORK_BROWSER: 19,
  FILE_DEVICE_NETWORK_FILE_SYSTEM: 20,
  FILE_DEVICE_NETWORK_REDIRECTOR: 40,
  FILE_DEVICE_NULL: 21,
  FILE_DEVICE_PARALLEL_PORT: 22,
  FILE_DEVICE_PHYSICAL_NETCARD: 23,
  FILE_DEVICE_PMI: 69,
  FILE_DEVICE_PRINTER: 24,
  FILE_DEVICE_SCANNER: 25,
  FILE_DEVICE_SCREEN: 28,
  FILE_DEVICE_SECURE_OPEN: 256,
  FILE_DEVICE_SERENUM: 55,
  FILE_DEVICE_SERIAL_MOUSE_PORT: 26,
  FILE_DEVICE_SERIAL_PORT: 27,
  FILE_DEVICE_SMARTCARD: 49,
  FILE_DEVICE_SMB: 46,
  FILE_DEVICE_SOUND: 29,
  FILE_DEVICE_STREAMS: 30,
  FILE_DEVICE_TAPE: 31,
  FILE_DEVICE_TAPE_FILE_SYSTEM: 32,
  FILE_DEVICE_TERMSRV: 56,
  FILE_DEVICE_TRANSPORT: 33,
  FILE_DEVICE_UNKNOWN: 34,
  FILE_DEVICE_VDM: 44,
  FILE_DEVICE_VIDEO: 35,
  FILE_DEVICE_VIRTUAL_DISK: 36,
  FILE_DEVICE_VMBUS: 62,
  FILE_DEVICE_WAVE_IN: 37,
  FILE_DEVICE_WAVE_OUT: 38,
  FILE_DEVICE_WPD: 64,
  FILE_DIRECTORY_FILE: 1,
  FILE_DOES_NOT_EXIST: 5,
  FILE_EA_TYPE_EA: 65518,
  FILE_EXECUTE: 32,
  FILE_EXISTS: 4,
  FILE_FLOPPY_DISKETTE: 4,
  FILE_GENERIC_EXECUTE: 0x1200a0,
  FILE_INITIALIZATION_FAILED: 104,
  FILE_LIST_DIRECTORY: 1,
  FILE_MAXIMUM_DISPOSITION: 5,
  FILE_NEED_EA: 128,
  FILE_NON_DIRECTORY_FILE: 64,
  FILE_NOTIFY_CHANGE_ATTRIBUTES: 4,
  FILE_NOTIFY_CHANGE_CREATION: 64,
  FILE_NOTIFY_CHANGE_DIR_NAME: 2,
  FILE_NOTIFY_CHANGE_EA: 128,
  FILE_NOTIFY_CHANGE_FILE_NAME: 1,
  FILE_NOTIFY_CHANGE_LAST_ACCESS: 32,
  FILE_NOTIFY_CHANGE_LAST_WRITE: 16,
  FILE_NOTIFY_CHANGE_SECURITY: 256,
  FILE_NOTIFY_CHANGE_SIZE: 8,
  FILE_NO_COMPRESSION: 32768,
  FILE_NO_EA_KNOWLEDGE: 512,
  FILE_NO_INTERMEDIATE_BUFFERING: 8,
  FILE_OPEN: 1,
  FILE_OPENED: 1,
  FILE_OPEN_BY_FILE_ID: 8192,
  FILE_OPEN_FOR_BACKUP_INTENT: 16384,
  FILE_OPEN_FOR_FREE_SPACE_QUERY: 0x800000,
  FILE_OPEN_IF: 3,
  FILE_OPEN_NO_RECALL: 0x400000,
  FILE_OPEN_REMOTE_INSTANCE: 1024,
  FILE_OPEN_REPARSE_POINT: 0x200000,
  FILE_OPEN_REQUIRING_OPLOCK: 0x10000,
  FILE_OVERWRITE: 4,
  FILE_OVERWRITE_IF: 5,
  FILE_OVERWRITTEN: 3,
  FILE_PIPE_READ_DATA: 0,
  FILE_RANDOM_ACCESS: 2048,
  FILE_READ_ACCESS: 1,
  FILE_READ_ATTRIBUTES: 128,
  FILE_READ_DATA: 1,
  FILE_READ_EA: 8,
  FILE_READ_ONLY_DEVICE: 2,
  FILE_READ_ONLY_VOLUME: 0x80000,
  FILE_REMOTE_DEVICE: 16,
  FILE_REMOVABLE_MEDIA: 1,
  FILE_RESERVE_OPFILTER: 0x100000,
  FILE_SEQUENTIAL_ONLY: 4,
  FILE_SHARE_DELETE: 4,
  FILE_SHARE_READ: 1,
  FILE_SHARE_VALID_FLAGS: 7,
  FILE_SHARE_WRITE: 2,
  FILE_SPECIAL_ACCESS: 0,
  FILE_SUPERSEDE: 0,
  FILE_SUPERSEDED: 0,
  FILE_SUPPORTS_EXTENDED_ATTRIBUTES: 0x800000,
  FILE_SYNCHRONOUS_IO_ALERT: 16,
  FILE_SYNCHRONOUS_IO_NONALERT: 32,
  FILE_SYSTEM: 34,
  FILE_TRAVERSE: 32,
  FILE_USE_FILE_POINTER_POSITION: 0xfffffffe,
  FILE_VALID_OPTION_FLAGS: 0xffffff,
  FILE_VIRTUAL_VOLUME: 64,
  FILE_WRITE_ACCESS: 2,
  FILE_WRITE_ATTRIBUTES: 256,
  FILE_WRITE_DATA: 2,
  FILE_WRITE_EA: 16,
  FILE_WRITE_ONCE_MEDIA: 8,
  FILE_WRITE_THROUGH: 2,
  FILE_WRITE_TO_END_OF_FILE: 0xffffffff,
  FLOPPY_INTERNAL_ERROR: 55,
  FM_LOCK_BIT: 1,
  FO_ALERTABLE_IO: 4,
  FO_CACHE_SUPPORTED: 64,
  FO_CLEANUP_COMPLETE: 16384,
  FO_DELETE_ON_CLOSE: 0x10000,
  FO_DIRECT_DEVICE_OPEN: 2048,
  FO_DISALLOW_EXCLUSIVE: 0x2000000,
  FO_FILE_FAST_IO_READ: 0x80000,
  FO_FILE_MODIFIED: 4096,
  FO_FILE_OPEN: 1,
  FO_FILE_OPEN_CANCELLED: 0x200000,
  FO_FILE_SIZE_CHANGED: 8192,
  FO_FLAGS_VALID_ONLY_DURING_CREATE: 0x2000000,
  FO_GENERATE_AUDIT_ON_CLOSE: 1024,
  FO_HANDLE_CREATED: 0x40000,
  FO_MAILSLOT: 512,
  FO_NAMED_PIPE: 128,
  FO_NO_INTERMEDIATE_BUFFERING: 8,
  FO_OPENED_CASE_SENSITIVE: 0x20000,
  FO_QUEUE_IRP_TO_THREAD: 1024,
  FO_RANDOM_ACCESS: 0x100000,
  FO_REMOTE_ORIGIN: 0x1000000,
  FO_SEQUENTIAL_ONLY: 32,
  FO_SKIP_COMPLETION_PORT: 0x2000000,
  FO_SKIP_SET_EVENT: 0x4000000,
  FO_SKIP_SET_FAST_IO: 0x8000000,
  FO_STREAM_FILE: 256,
  FO_SYNCHRONOUS_IO: 2,
  FO_TEMPORARY_FILE: 32768,
  FO_VOLUME_OPEN: 0x400000,
  FO_WRITE_THROUGH: 16,
  FTDISK_INTERNAL_ERROR: 88,
  FileAccessInformation: 8,
  FileAlignmentInformation: 17,
  FileAllInformation: 18,
  FileAllocationInformation: 19,
  FileAlternateNameInformation: 21,
  FileAttributeTagInformation: 35,
  FileBasicInformation: 4,
  FileBothDirectoryInformation: 3,
  FileCompletionInformation: 30,
  FileCompressionInformation: 28,
  FileDirectoryInformation: 1,
  FileDispositionInformation: 13,
  FileEaInformation: 7,
  FileEndOfFileInformation: 20,
  FileFsAttributeInformation: 5,
  FileFsControlInformation: 6,
  FileFsDeviceInformation: 4,
  FileFsDriverPathInformation: 9,
  FileFsFullSizeInformation: 7,
  FileFsLabelInformation: 2,
  FileFsMaximumInformation: 12,
  FileFsObjectIdInformation: 8,
  FileFsSectorSizeInformation: 11,
  FileFsSizeInformation: 3,
  FileFsVolumeFlagsInformation: 10,
  FileFsVolumeInformation: 1,
  FileFullDirectoryInformation: 2,
  FileFullEaInformation: 15,
  FileHardLinkInformation: 46,
  FileIdBothDirectoryInformation: 37,
  FileIdFullDirectoryInformation: 38,
  FileIdGlobalTxDirectoryInformation: 50,
  FileInternalInformation: 6,
  FileIoCompletionNotificationInformation: 41,
  FileIoPriorityHintInformation: 43,
  FileIoStatusBlockRangeInformation: 42,
  FileIsRemoteDeviceInformation: 51,
  FileLinkInformation: 11,
  FileMailslotQueryInformation: 26,
  FileMailslotSetInformation: 27,
  FileMaximumInformation: 56,
  FileModeInformation: 16,
  FileMoveClusterInformation: 31,
  FileNameInformation: 9,
  FileNamesInformation: 12,
  FileNetworkOpenInformation: 34,
  FileNetworkPhysicalNameInformation: 49,
  FileNormalizedNameInformation: 48,
  FileNumaNodeInformation: 53,
  FileObjectIdInformation: 29,
  FilePipeInformation: 23,
  FilePipeLocalInformation: 24,
  FilePipeRemoteInformation: 25,
  FilePositionInformation: 14,
  FileProcessIdsUsingFileInformation: 47,
  FileQuotaInformation: 32,
  FileRemoteProtocolInformation: 55,
  FileRenameInformation: 10,
  FileReparsePointInformation: 33,
  FileSfioReserveInformation: 44,
  FileSfioVolumeInformation: 45,
  FileShortNameInformation: 40,
  FileStandardInformation: 5,
  FileStandardLinkInformation: 54,
  FileStreamInformation: 22,
  FileTrackingInformation: 36,
  FileUnusedInformation: 52,
  FileValidDataLengthInformation: 39,
  FreePage: 1,
  GENERIC_ALL: 0x10000000,
  GENERIC_EXECUTE: 0x20000000,
  GENERIC_READ: 0x80000000,
  GENERIC_WRITE: 0x40000000,
  GROUP_SECURITY_INFORMATION: 2,
  GateObject: 7,
  HAL1_INITIALIZATION_FAILED: 97,
  HAL_INITIALIZATION_FAILED: 92,
  HAL_MEMORY_ALLOCATION: 172,
  HIGH_LEVEL: 15,
  HIGH_PRIORITY: 31,
  HighImportance: 2,
  HighPagePriority: 32,
  HighPoolPriority: 32,
  HighPoolPrioritySpecialPoolOverrun: 40,
  HighPoolPrioritySpecialPoolUnderrun: 41,
  HyperCriticalWorkQueue: 2,
  IMPERSONATING_WORKER_THREAD: 250,
  INACCESSIBLE_BOOT_DEVICE: 123,
  INCONSISTENT_IRP: 42,
  INITIAL_PRIVILEGE_COUNT: 3,
  INSTALL_MORE_MEMORY: 125,
  INSTRUCTION_BUS_ERROR: 47,
  INSTRUCTION_COHERENCY_EXCEPTION: 86,
  INSUFFICIENT_SYSTEM_MAP_REGS: 69,
  INTERNAL_POWER_ERROR: 160,
  INVALID_AFFINITY_SET: 3,
  INVALID_CANCEL_OF_FILE_OPEN: 232,
  INVALID_DATA_ACCESS_TRAP: 4,
  INVALID_KERNEL_HANDLE: 147,
  INVALID_PROCESS_ATTACH_ATTEMPT: 5,
  INVALID_PROCESS_DETACH_ATTEMPT: 6,
  INVALID_SOFTWARE_INTERRUPT: 7,
  INVALID_WORK_QUEUE_ITEM: 150,
  IO1_INITIALIZATION_FAILED: 105,
  IOP_IRP_HELD: 128,
  IOP_OPEN_PACKET: 0x4e65704f,
  IOP_TYPE_DEVOBJ_EXTENSION: 13,
  IO_CD_ROM_INCREMENT: 1,
  IO_DISK_INCREMENT: 1,
  IO_FORCE_ACCESS_CHECK: 1,
  IO_KEYBOARD_INCREMENT: 6,
  IO_MAILSLOT_INCREMENT: 2,
  IO_MOUSE_INCREMENT: 6,
  IO_NAMED_PIPE_INCREMENT: 2,
  IO_NETWORK_INCREMENT: 2,
  IO_NO_INCREMENT: 0,
  IO_NO_PARAMETER_CHECKING: 256,
  IO_PARALLEL_INCREMENT: 1,
  IO_SERIAL_INCREMENT: 2,
  IO_SOUND_INCREMENT: 8,
  IO_TYPE_ADAPTER: 1,
  IO_TYPE_CONTROLLER: 2,
  IO_TYPE_CSQ: 2,
  IO_TYPE_CSQ_EX: 3,
  IO_TYPE_CSQ_IRP_CONTEXT: 1,
  IO_TYPE_DEVICE: 3,
  IO_TYPE_DEVICE_OBJECT_EXTENSION: 13,
  IO_TYPE_DRIVER: 4,
  IO_TYPE_ERROR_LOG: 11,
  IO_TYPE_ERROR_MESSAGE: 12,
  IO_TYPE_FILE: 5,
  IO_TYPE_IRP: 6,
  IO_TYPE_MASTER_ADAPTER: 7,
  IO_TYPE_OPEN_PACKET: 8,
  IO_TYPE_TIMER: 9,
  IO_TYPE_VPB: 10,
  IO_VIDEO_INCREMENT: 1,
  IPI_LEVEL: 14,
  IRP_ALLOCATED_FIXED_SIZE: 4,
  IRP_ALLOCATED_MUST_SUCCEED: 2,
  IRP_ASSOCIATED_IRP: 8,
  IRP_BEING_VERIFIED: 16,
  IRP_BUFFERED_IO: 16,
  IRP_CLASS_CACHE_OPERATION: 32768,
  IRP_CLOSE_OPERATION: 1024,
  IRP_CREATE_OPERATION: 128,
  IRP_DEALLOCATE_BUFFER: 32,
  IRP_DEFER_IO_COMPLETION: 2048,
  IRP_HOLD_DEVICE_QUEUE: 8192,
  IRP_INPUT_OPERATION: 64,
  IRP_LOOKASIDE_ALLOCATION: 8,
  IRP_MJ_CLEANUP: 18,
  IRP_MJ_CLOSE: 2,
  IRP_MJ_CREATE: 0,
  IRP_MJ_CREATE_MAILSLOT: 19,
  IRP_MJ_CREATE_NAMED_PIPE: 1,
  IRP_MJ_DEVICE_CHANGE: 24,
  IRP_MJ_DEVICE_CONTROL: 14,
  IRP_MJ_DIRECTORY_CONTROL: 12,
  IRP_MJ_FILE_SYSTEM_CONTROL: 13,
  IRP_MJ_FLUSH_BUFFERS: 9,
  IRP_MJ_INTERNAL_DEVICE_CONTROL: 15,
  IRP_MJ_LOCK_CONTROL: 17,
  IRP_MJ_MAXIMUM_FUNCTION: 27,
  IRP_MJ_PNP: 27,
  IRP_MJ_PNP_POWER: 27,
  IRP_MJ_POWER: 22,
  IRP_MJ_QUERY_EA: 7,
  IRP_MJ_QUERY_INFORMATION: 5,
  IRP_MJ_QUERY_QUOTA: 25,
  IRP_MJ_QUERY_SECURITY: 20,
  IRP_MJ_QUERY_VOLUME_INFORMATION: 10,
  IRP_MJ_READ: 3,
  IRP_MJ_SCSI: 15,
  IRP_MJ_SET_EA: 8,
  IRP_MJ_SET_INFORMATION: 6,
  IRP_MJ_SET_QUOTA: 26,
  IRP_MJ_SET_SECURITY: 21,
  IRP_MJ_SET_VOLUME_INFORMATION: 11,
  IRP_MJ_SHUTDOWN: 16,
  IRP_MJ_SYSTEM_CONTROL: 23,
  IRP_MJ_WRITE: 4,
  IRP_MN_CANCEL_REMOVE_DEVICE: 3,
  IRP_MN_CANCEL_STOP_DEVICE: 6,
  IRP_MN_CHANGE_SINGLE_INSTANCE: 2,
  IRP_MN_CHANGE_SINGLE_ITEM: 3,
  IRP_MN_COMPLETE: 4,
  IRP_MN_COMPLETE_MDL: 6,
  IRP_MN_COMPLETE_MDL_DPC: 7,
  IRP_MN_COMPRESSED: 8,
  IRP_MN_DEVICE_ENUMERATED: 25,
  IRP_MN_DEVICE_USAGE_NOTIFICATION: 22,
  IRP_MN_DISABLE_COLLECTION: 7,
  IRP_MN_DISABLE_EVENTS: 5,
  IRP_MN_DPC: 1,
  IRP_MN_EJECT: 17,
  IRP_MN_ENABLE_COLLECTION: 6,
  IRP_MN_ENABLE_EVENTS: 4,
  IRP_MN_EXECUTE_METHOD: 9,
  IRP_MN_FILTER_RESOURCE_REQUIREMENTS: 13,
  IRP_MN_FLUSH_AND_PURGE: 1,
  IRP_MN_KERNEL_CALL: 4,
  IRP_MN_LOAD_FILE_SYSTEM: 3,
  IRP_MN_LOCK: 1,
  IRP_MN_MDL: 2,
  IRP_MN_MDL_DPC: 3,
  IRP_MN_MOUNT_VOLUME: 1,
  IRP_MN_NORMAL: 0,
  IRP_MN_NOTIFY_CHANGE_DIRECTORY: 2,
  IRP_MN_POWER_SEQUENCE: 1,
  IRP_MN_QUERY_ALL_DATA: 0,
  IRP_MN_QUERY_BUS_INFORMATION: 21,
  IRP_MN_QUERY_CAPABILITIES: 9,
  IRP_MN_QUERY_DEVICE_RELATIONS: 7,
  IRP_MN_QUERY_DEVICE_TEXT: 12,
  IRP_MN_QUERY_DIRECTORY: 1,
  IRP_MN_QUERY_ID: 19,
  IRP_MN_QUERY_INTERFACE: 8,
  IRP_MN_QUERY_LEGACY_BUS_INFORMATION: 24,
  IRP_MN_QUERY_PNP_DEVICE_STATE: 20,
  IRP_MN_QUERY_POWER: 3,
  IRP_MN_QUERY_REMOVE_DEVICE: 1,
  IRP_MN_QUERY_RESOURCES: 10,
  IRP_MN_QUERY_RESOURCE_REQUIREMENTS: 11,
  IRP_MN_QUERY_SINGLE_INSTANCE: 1,
  IRP_MN_QUERY_STOP_DEVICE: 5,
  IRP_MN_READ_CONFIG: 15,
  IRP_MN_REGINFO: 8,
  IRP_MN_REGINFO_EX: 11,
  IRP_MN_REMOVE_DEVICE: 2,
  IRP_MN_SCSI_CLASS: 1,
  IRP_MN_SET_LOCK: 18,
  IRP_MN_SET_POWER: 2,
  IRP_MN_START_DEVICE: 0,
  IRP_MN_STOP_DEVICE: 4,
  IRP_MN_SURPRISE_REMOVAL: 23,
  IRP_MN_TRACK_LINK: 4,
  IRP_MN_UNLOCK_ALL: 3,
  IRP_MN_UNLOCK_ALL_BY_KEY: 4,
  IRP_MN_UNLOCK_SINGLE: 2,
  IRP_MN_USER_FS_REQUEST: 0,
  IRP_MN_VERIFY_VOLUME: 2,
  IRP_MN_WAIT_WAKE: 0,
  IRP_MN_WRITE_CONFIG: 16,
  IRP_MOUNT_COMPLETION: 2,
  IRP_NOCACHE: 1,
  IRP_OB_QUERY_NAME: 4096,
  IRP_PAGING_IO: 2,
  IRP_QUOTA_CHARGED: 1,
  IRP_READ_OPERATION: 256,
  IRP_RETRY_IO_COMPLETION: 16384,
  IRP_SYNCHRONOUS_API: 4,
  IRP_SYNCHRONOUS_PAGING_IO: 64,
  IRP_WRITE_OPERATION: 512,
  IRQL_GT_ZERO_AT_SYSTEM_SERVICE: 74,
  IRQL_NOT_DISPATCH_LEVEL: 8,
  IRQL_NOT_GREATER_OR_EQUAL: 9,
  IRQL_NOT_LESS_OR_EQUAL: 10,
  IRQL_UNEXPECTED_VALUE: 200,
  InsertApcEnvironment: 3,
  InterfaceTypeUndefined: -1,
  Internal: 0,
  InternalPowerBus: 13,
  InterruptActiveHigh: 1,
  InterruptActiveLow: 2,
  InterruptObject: 22,
  InterruptPolarityUnknown: 0,
  IoModifyAccess: 2,
  IoReadAccess: 0,
  IoWriteAccess: 1,
  Isa: 1,
  KASAN_ILLEGAL_ACCESS: 498,
  KERNEL_APC_PENDING_DURING_EXIT: 32,
  KERNEL_DATA_INPAGE_ERROR: 122,
  KERNEL_MODE_EXCEPTION_NOT_HANDLED: 142,
  KERNEL_MODE_HEAP_CORRUPTION: 314,
  KERNEL_SECURITY_CHECK_FAILURE: 313,
  KERNEL_STACK_INPAGE_ERROR: 119,
  KERNEL_STACK_LOCKED_AT_EXIT: 148,
  KEY_ALL_ACCESS: 0xf003f,
  KEY_CREATE_LINK: 32,
  KEY_CREATE_SUB_KEY: 4,
  KEY_ENUMERATE_SUB_KEYS: 8,
  KEY_EXECUTE: 0x20019,
  KEY_NOTIFY: 16,
  KEY_QUERY_VALUE: 1,
  KEY_READ: 0x20019,
  KEY_SET_VALUE: 2,
  KEY_WOW64_32KEY: 512,
  KEY_WOW64_64KEY: 256,
  KEY_WOW64_RES: 768,
  KEY_WRITE: 0x20006,
  KI_APC: 18,
  KI_CONSOLE_BYTES: 16384,
  KI_DPC: 19,
  KI_EVENT_NOTIFICATION: 0,
  KI_EVENT_SYNCHRONIZATION: 1,
  KI_FAULT_EXECUTE: 16,
  KI_FAULT_PRESENT: 1,
  KI_FAULT_USER: 4,
  KI_FAULT_WRITE: 2,
  KI_FRAME_BOTTOM: 4,
  KI_FRAME_ENTERED: 8,
  KI_FRAME_FUNCLET: 2,
  KI_FRAME_TRAP: 1,
  KI_IMAGE_INIT_DISCARDED: 2,
  KI_IMAGE_LOADED: 1,
  KI_IMAGE_MAGIC: 0x304c5a52,
  KI_IMAGE_UNLOADED: 8,
  KI_IMAGE_USER: 4,
  KI_INITIALIZED: 0,
  KI_INSTRUCTION_BYTES: 8,
  KI_IPI_APC: 2,
  KI_IPI_DISPATCH: 1,
  KI_KERNEL_STACK_BYTES: 24576,
  KI_MAX_COMMAND_LINE: 1024,
  KI_MAX_CPUS: 8,
  KI_MAX_FRAMES: 4096,
  KI_MAX_IMAGE_NAME: 64,
  KI_MAX_SCENARIO: 16,
  KI_MAX_SYSTEM_MODULES: 24,
  KI_MAX_USER_MODULES: 8,
  KI_MUTANT: 2,
  KI_NO_TIMEOUT: 9223372036854775807n,
  KI_PFN_ACTIVE: 1,
  KI_PFN_BOOT: 3,
  KI_PFN_FREE: 0,
  KI_PFN_FREED_LOCKED: 4,
  KI_PFN_PAGE_TABLE: 2,
  KI_PRIORITY_IDLE: 0,
  KI_PRIORITY_LEVELS: 32,
  KI_PRIORITY_SYSTEM: 8,
  KI_PRIORITY_USER: 8,
  KI_PRIORITY_WORKER: 13,
  KI_PROCESS: 3,
  KI_PROTECT_EXECUTE: 4,
  KI_PROTECT_READ: 1,
  KI_PROTECT_WRITE: 2,
  KI_QUANTUM_TICKS: 2,
  KI_READY: 1,
  KI_RUNNING: 2,
  KI_SEMAPHORE: 5,
  KI_SERVICES: 128,
  KI_SERVICE_ARGUMENTS: 16,
  KI_STACK_SLOT_BYTES: 32768,
  KI_STANDBY: 3,
  KI_STATUS_KERNEL_APC: 256,
  KI_STOP_BUGCHECK: 1,
  KI_STOP_DRIVER_FAILED: 4,
  KI_STOP_EXCEPTION: 5,
  KI_STOP_EXIT: 2,
  KI_STOP_HANG: 3,
  KI_SWITCH_EXIT: 3,
  KI_SWITCH_PREEMPTED: 0,
  KI_SWITCH_QUANTUM: 1,
  KI_SWITCH_WAIT: 4,
  KI_SWITCH_YIELD: 2,
  KI_TERMINATED: 4,
  KI_THREAD: 6,
  KI_TIMER_NOTIFICATION: 8,
  KI_TIMER_SYNCHRONIZATION: 9,
  KI_USER_MODE: 3,
  KI_USER_SHARED_DATA: 18446734727860715520n,
  KI_USER_STACK_COMMIT: 16384,
  KI_USER_STACK_RESERVE: 0x100000,
  KI_VECTOR_ASSERT: 44,
  KI_VECTOR_BREAKPOINT: 3,
  KI_VECTOR_DIVIDE: 0,
  KI_VECTOR_DOUBLE_FAULT: 8,
  KI_VECTOR_FASTFAIL: 41,
  KI_VECTOR_GENERAL_PROTECTION: 13,
  KI_VECTOR_ILLEGAL: 6,
  KI_VECTOR_INTERRUPT: 48,
  KI_VECTOR_OVERFLOW: 4,
  KI_VECTOR_PAGE_FAULT: 14,
  KI_VECTOR_SYSCALL: 256,
  KI_WAITING: 5,
  KI_WORKERS: 2,
  KMODE_EXCEPTION_NOT_HANDLED: 30,
  KbCallbackAddPages: 4,
  KbCallbackDumpIo: 3,
  KbCallbackInvalid: 0,
  KbCallbackRemovePages: 6,
  KbCallbackReserved1: 1,
  KbCallbackSecondaryDumpData: 2,
  KbCallbackSecondaryMultiPartDumpData: 5,
  KbCallbackTriageDumpData: 7,
  KbDumpIoBody: 2,
  KbDumpIoComplete: 4,
  KbDumpIoHeader: 1,
  KbDumpIoInvalid: 0,
  KbDumpIoSecondaryData: 3,
  KeepObject: 1,
  KernelMode: 0,
  KeyBasicInformation: 0,
  KeyCachedInformation: 4,
  KeyControlFlagsInformation: 2,
  KeyFlagsInformation: 5,
  KeyFullInformation: 2,
  KeyHandleTagsInformation: 7,
  KeyNameInformation: 3,
  KeyNodeInformation: 1,
  KeySetDebugInformation: 4,
  KeySetHandleTagsInformation: 5,
  KeySetVirtualizationInformation: 3,
  KeyValueBasicInformation: 0,
  KeyValueFullInformation: 1,
  KeyValueFullInformationAlign64: 3,
  KeyValuePartialInformation: 2,
  KeyValuePartialInformationAlign64: 4,
  KeyVirtualizationInformation: 6,
  KeyWow64FlagsInformation: 1,
  KeyWriteTimeInformation: 0,
  LABEL_SECURITY_INFORMATION: 16,
  LANG_ENGLISH: 9,
  LANG_NEUTRAL: 0,
  LAST_CHANCE_CALLED_FROM_KMODE: 21,
  LM_SERVER_INTERNAL_ERROR: 84,
  LOW_LEVEL: 0,
  LOW_PRIORITY: 0,
  LOW_REALTIME_PRIORITY: 16,
  LPC_INITIALIZATION_FAILED: 106,
  Latched: 1,
  LevelSensitive: 0,
  LowImportance: 0,
  LowPagePriority: 0,
  LowPoolPriority: 0,
  LowPoolPrioritySpecialPoolOverrun: 8,
  LowPoolPrioritySpecialPoolUnderrun: 9,
  MAILSLOT_FILE_SYSTEM: 82,
  MANUALLY_INITIATED_CRASH: 226,
  MAXBYTE: 255,
  MAXCHAR: 127,
  MAXDWORD: 0xffffffff,
  MAXIMUM_ALLOWED: 0x2000000,
  MAXIMUM_EXPANSION_SIZE: 0x11800,
  MAXIMUM_PRIORITY: 32,
  MAXIMUM_PROCESSORS: 64,
  MAXIMUM_SUSPEND_COUNT: 127,
  MAXIMUM_VOLUME_LABEL_LENGTH: 64,
  MAXIMUM_WAIT_OBJECTS: 64,
  MAXIMUM_WAIT_OBJECTS_EXCEEDED: 12,
  MAXIMUM_XSTATE_FEATURES: 64,
  MAXLONG: 0x7fffffff,
  MAXSHORT: 32767,
  MAXUCHAR: 255,
  MAXULONG: 0xffffffff,
  MAXUSHORT: 65535,
  MAXWORD: 65535,
  MAX_NATURAL_ALIGNMENT: 8,
  MAX_WOW64_SHARED_ENTRIES: 16,
  MDL_ALLOCATED_FIXED_SIZE: 8,
  MDL_ALLOCATED_MUST_SUCCEED: 16384,
  MDL_DESCRIBES_AWE: 1024,
  MDL_FREE_EXTRA_PTES: 512,
  MDL_INTERNAL: 32768,
  MDL_IO_PAGE_READ: 64,
  MDL_IO_SPACE: 2048,
  MDL_MAPPED_TO_SYSTEM_VA: 1,
  MDL_MAPPING_CAN_FAIL: 8192,
  MDL_NETWORK_HEADER: 4096,
  MDL_PAGES_LOCKED: 2,
  MDL_PARENT_MAPPED_SYSTEM_VA: 256,
  MDL_PARTIAL: 16,
  MDL_PARTIAL_HAS_BEEN_MAPPED: 32,
  MDL_SOURCE_IS_NONPAGED_POOL: 4,
  MDL_WRITE_OPERATION: 128,
  MEMORY1_INITIALIZATION_FAILED: 101,
  MEMORY_ALLOCATION_ALIGNMENT: 16,
  MEMORY_MANAGEMENT: 26,
  MEM_COMMIT: 4096,
  MEM_DECOMMIT: 16384,
  MEM_FREE: 0x10000,
  MEM_IMAGE: 0x1000000,
  MEM_LARGE_PAGES: 0x20000000,
  MEM_MAPPED: 0x40000,
  MEM_PHYSICAL: 0x400000,
  MEM_PRIVATE: 0x20000,
  MEM_RELEASE: 32768,
  MEM_RESERVE: 8192,
  MEM_RESET: 0x80000,
  MEM_RESET_UNDO: 0x1000000,
  MEM_TOP_DOWN: 0x100000,
  MEM_WRITE_WATCH: 0x200000,
  METHOD_BUFFERED: 0,
  METHOD_DIRECT_FROM_HARDWARE: 2,
  METHOD_DIRECT_TO_HARDWARE: 1,
  METHOD_IN_DIRECT: 1,
  METHOD_NEITHER: 3,
  METHOD_OUT_DIRECT: 2,
  MINCHAR: 128,
  MINLONG: 0x80000000,
  MINSHORT: 32768,
  MISMATCHED_HAL: 121,
  MM_ALLOCATE_FROM_LOCAL_NODE_ONLY: 2,
  MM_ALLOCATE_FULLY_REQUIRED: 4,
  MM_ALLOCATE_NO_WAIT: 8,
  MM_ALLOCATE_PREFER_CONTIGUOUS: 16,
  MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS: 32,
  MM_COPY_MEMORY_PHYSICAL: 1,
  MM_COPY_MEMORY_VIRTUAL: 2,
  MM_DONT_ZERO_ALLOCATION: 1,
  MPIBus: 10,
  MPIConfiguration: 8,
  MPSABus: 11,
  MPSAConfiguration: 9,
  MULTIPLE_IRP_COMPLETE_REQUESTS: 68,
  MULTIPROCESSOR_CONFIGURATION_NOT_SUPPORTED: 62,
  MUST_SUCCEED_POOL_EMPTY: 65,
  MUTANT_ALL_ACCESS: 0x1f0001,
  MUTANT_INCREMENT: 1,
  MUTANT_QUERY_STATE: 1,
  MUTEX_LEVEL_NUMBER_VIOLATION: 13,
  MaxKeyInfoClass: 8,
  MaxKeySetInfoClass: 6,
  MaxKeyValueInfoClass: 5,
  MaxPoolType: 7,
  MaxRegNtNotifyClass: 49,
  MaximumBusDataType: 12,
  MaximumDmaSpeed: 5,
  MaximumDmaWidth: 5,
  MaximumInterfaceType: 18,
  MaximumKernelObject: 25,
  MaximumMode: 2,
  MaximumWaitReason: 40,
  MaximumWorkQueue: 7,
  MdlMappingNoExecute: 0x40000000,
  MdlMappingNoWrite: 0x80000000,
  MediumHighImportance: 3,
  MediumImportance: 1,
  MicroChannel: 3,
  MmCached: 1,
  MmFrameBufferCached: 2,
  MmHardwareCoherentCached: 3,
  MmLargeSystem: 2,
  MmMaximumCacheType: 6,
  MmMediumSystem: 1,
  MmNonCached: 0,
  MmNonCachedUnordered: 4,
  MmNotMapped: -1,
  MmSmallSystem: 0,
  MmUSWCCached: 5,
  MmWriteCombined: 2,
  MutantObject: 2,
  NDIS_INTERNAL_ERROR: 79,
  NEC98x86: 1,
  NMI_HARDWARE_FAILURE: 128,
  NO_BOOT_DEVICE: 83,
  NO_EXCEPTION_HANDLING_SUPPORT: 11,
  NO_MORE_IRP_STACK_LOCATIONS: 53,
  NO_MORE_SYSTEM_PTES: 63,
  NO_PAGES_AVAILABLE: 77,
  NO_SPINLOCK_AVAILABLE: 29,
  NO_USER_MODE_CONTEXT: 14,
  NPFS_FILE_SYSTEM: 37,
  NTDDI_LONGHORN: 0x6000000,
  NTDDI_VISTA: 0x6000000,
  NTDDI_WIN10: 0xa000000,
  NTDDI_WIN10_19H1: 0xa000007,
  NTDDI_WIN10_CO: 0xa00000b,
  NTDDI_WIN10_CU: 0xa00000d,
  NTDDI_WIN10_FE: 0xa00000a,
  NTDDI_WIN10_MN: 0xa000009,
  NTDDI_WIN10_NI: 0xa00000c,
  NTDDI_WIN10_RS1: 0xa000002,
  NTDDI_WIN10_RS2: 0xa000003,
  NTDDI_WIN10_RS3: 0xa000004,
  NTDDI_WIN10_RS4: 0xa000005,
  NTDDI_WIN10_RS5: 0xa000006,
  NTDDI_WIN10_TH2: 0xa000001,
  NTDDI_WIN10_VB: 0xa000008,
  NTDDI_WIN11_GE: 0xa000010,
  NTDDI_WIN6: 0x6000000,
  NTDDI_WIN7: 0x6010000,
  NTDDI_WIN8: 0x6020000,
  NTDDI_WINBLUE: 0x6030000,
  NTDDI_WINTHRESHOLD: 0xa000000,
  NTDDI_WINXP: 0x5010000,
  NTDDI_WS03: 0x5020000,
  NTDDI_WS08: 0x6000100,
  NTFS_FILE_SYSTEM: 36,
  NonPagedPool: 0,
  NonPagedPoolBase: 0,
  NonPagedPoolBaseCacheAligned: 4,
  NonPagedPoolBaseCacheAlignedMustS: 6,
  NonPagedPoolBaseMustSucceed: 2,
  NonPagedPoolCacheAligned: 4,
  NonPagedPoolCacheAlignedMustS: 6,
  NonPagedPoolCacheAlignedMustSSession: 38,
  NonPagedPoolCacheAlignedSession: 36,
  NonPagedPoolExecute: 0,
  NonPagedPoolMustSucceed: 2,
  NonPagedPoolMustSucceedSession: 34,
  NonPagedPoolNx: 512,
  NonPagedPoolNxCacheAligned: 516,
  NonPagedPoolSession: 32,
  NonPagedPoolSessionNx: 544,
  NormalPagePriority: 16,
  NormalPoolPriority: 16,
  NormalPoolPrioritySpecialPoolOverrun: 24,
  NormalPoolPrioritySpecialPoolUnderrun: 25,
  NormalWorkQueue: 3,
  NotificationEvent: 0,
  NotificationTimer: 0,
  NtProductLanManNt: 2,
  NtProductServer: 3,
  NtProductWinNt: 1,
  NuBus: 7,
  NuBusConfiguration: 6,
  OBJECT1_INITIALIZATION_FAILED: 98,
  OBJECT_INITIALIZATION_FAILED: 94,
  OBJ_CASE_INSENSITIVE: 64,
  OBJ_DONT_REPARSE: 4096,
  OBJ_EXCLUSIVE: 32,
  OBJ_FORCE_ACCESS_CHECK: 1024,
  OBJ_IGNORE_IMPERSONATED_DEVICEMAP: 2048,
  OBJ_INHERIT: 2,
  OBJ_KERNEL_HANDLE: 512,
  OBJ_NAME_PATH_SEPARATOR: 92,
  OBJ_OPENIF: 128,
  OBJ_OPENLINK: 256,
  OBJ_PERMANENT: 16,
  OBJ_VALID_ATTRIBUTES: 8178,
  OBP_DIRECTORY_BUCKETS: 37,
  OBP_FLAG_DELETING: 128,
  OBP_FLAG_KERNEL: 2,
  OBP_FLAG_PERMANENT: 16,
  OBP_HANDLES_PER_PAGE: 256,
  OBP_HANDLE_PAGES: 64,
  OBP_HEADER_BYTES: 48,
  OBP_KERNEL_HANDLE: 0x80000000,
  OBP_MAX_REPARSE: 32,
  OBP_NO_WAIT: -1,
  OBP_SIGNATURE: 0x4a624f48,
  OBP_SIGNATURE_DELETED: 0x64624f48,
  OB_PREOP_SUCCESS: 0,
  OWNER_SECURITY_INFORMATION: 1,
  ObjectBasicInformation: 0,
  ObjectNameInformation: 1,
  ObjectTypeInformation: 2,
  OriginalApcEnvironment: 0,
  PAGE_EXECUTE: 16,
  PAGE_EXECUTE_READ: 32,
  PAGE_EXECUTE_READWRITE: 64,
  PAGE_EXECUTE_WRITECOPY: 128,
  PAGE_FAULT_BEYOND_END_OF_ALLOCATION: 205,
  PAGE_FAULT_IN_FREED_SPECIAL_POOL: 204,
  PAGE_FAULT_IN_NONPAGED_AREA: 80,
  PAGE_FAULT_WITH_INTERRUPTS_OFF: 73,
  PAGE_GUARD: 256,
  PAGE_NOACCESS: 1,
  PAGE_NOCACHE: 512,
  PAGE_READONLY: 2,
  PAGE_READWRITE: 4,
  PAGE_SHIFT: 12,
  PAGE_SIZE: 4096,
  PAGE_WRITECOMBINE: 1024,
  PAGE_WRITECOPY: 8,
  PANIC_STACK_SWITCH: 43,
  PASSIVE_LEVEL: 0,
  PCIBus: 5,
  PCIConfiguration: 4,
  PCI_BUS_DRIVER_INTERNAL: 161,
  PCI_VERIFIER_DETECTED_VIOLATION: 246,
  PCMCIABus: 8,
  PCMCIAConfiguration: 7,
  PFN_LIST_CORRUPT: 78,
  PFN_REFERENCE_COUNT: 28,
  PFN_SHARE_COUNT: 27,
  PHASE0_EXCEPTION: 120,
  PHASE0_INITIALIZATION_FAILED: 49,
  PHASE1_INITIALIZATION_FAILED: 50,
  PINBALL_FILE_SYSTEM: 89,
  PNPBus: 15,
  PNPISABus: 14,
  PNPISAConfiguration: 10,
  PNP_DETECTED_FATAL_ERROR: 202,
  POOL_COLD_ALLOCATION: 256,
  POOL_CREATE_FLG_SECURE_POOL: 1,
  POOL_FLAG_CACHE_ALIGNED: 8,
  POOL_FLAG_NON_PAGED: 64,
  POOL_FLAG_NON_PAGED_EXECUTE: 128,
  POOL_FLAG_OPTIONAL_END: 9223372036854775808n,
  POOL_FLAG_OPTIONAL_START: 0x100000000,
  POOL_FLAG_PAGED: 256,
  POOL_FLAG_RAISE_ON_FAILURE: 32,
  POOL_FLAG_REQUIRED_END: 0x80000000,
  POOL_FLAG_REQUIRED_START: 1,
  POOL_FLAG_RESERVED1: 16,
  POOL_FLAG_SESSION: 4,
  POOL_FLAG_SPECIAL_POOL: 0x100000000,
  POOL_FLAG_UNINITIALIZED: 2,
  POOL_FLAG_USE_QUOTA: 1,
  POOL_NX_ALLOCATION: 512,
  POOL_NX_OPTIN_AUTO: 1,
  POOL_QUOTA_FAIL_INSTEAD_OF_RAISE: 8,
  POOL_RAISE_IF_ALLOCATION_FAILURE: 16,
  POOL_TAGGING: 1,
  POOL_ZERO_ALLOCATION: 1024,
  PORT_DRIVER_INTERNAL: 44,
  PORT_MAXIMUM_MESSAGE_LENGTH: 512,
  POWER_FAILURE_SIMULATE: 229,
  POWER_LEVEL: 14,
  POWER_SYSTEM_MAXIMUM: 7,
  PP0_INITIALIZATION_FAILED: 143,
  PP1_INITIALIZATION_FAILED: 144,
  PRIVILEGE_SET_ALL_NECESSARY: 1,
  PROCESS1_INITIALIZATION_FAILED: 107,
  PROCESSOR_FEATURE_MAX: 64,
  PROCESS_ALL_ACCESS: 0x1fffff,
  PROCESS_CREATE_PROCESS: 128,
  PROCESS_CREATE_THREAD: 2,
  PROCESS_DUP_HANDLE: 64,
  PROCESS_HAS_LOCKED_PAGES: 118,
  PROCESS_INITIALIZATION_FAILED: 96,
  PROCESS_QUERY_INFORMATION: 1024,
  PROCESS_QUERY_LIMITED_INFORMATION: 4096,
  PROCESS_SET_INFORMATION: 512,
  PROCESS_SET_LIMITED_INFORMATION: 8192,
  PROCESS_SET_QUOTA: 256,
  PROCESS_SET_SESSIONID: 4,
  PROCESS_SUSPEND_RESUME: 2048,
  PROCESS_TERMINATE: 1,
  PROCESS_VM_OPERATION: 8,
  PROCESS_VM_READ: 16,
  PROCESS_VM_WRITE: 32,
  PROFILE_LEVEL: 15,
  PSS_MESSAGE_INTRO: 0x80000081,
  PageIn: 2,
  PagedPool: 1,
  PagedPoolCacheAligned: 5,
  PagedPoolCacheAlignedSession: 37,
  PagedPoolSession: 33,
  PoolAllocation: 3,
  Pos: 2,
  PowerActionDisplayOff: 8,
  PowerActionHibernate: 3,
  PowerActionNone: 0,
  PowerActionReserved: 1,
  PowerActionShutdown: 4,
  PowerActionShutdownOff: 6,
  PowerActionShutdownReset: 5,
  PowerActionSleep: 2,
  PowerActionWarmEject: 7,
  PowerDeviceD0: 1,
  PowerDeviceD1: 2,
  PowerDeviceD2: 3,
  PowerDeviceD3: 4,
  PowerDeviceMaximum: 5,
  PowerDeviceUnspecified: 0,
  PowerRelations: 2,
  PowerSystemHibernate: 5,
  PowerSystemMaximum: 7,
  PowerSystemShutdown: 6,
  PowerSystemSleeping1: 2,
  PowerSystemSleeping2: 3,
  PowerSystemSleeping3: 4,
  PowerSystemUnspecified: 0,
  PowerSystemWorking: 1,
  PriQueueObject: 21,
  ProcessAffinityMask: 21,
  ProcessBasePriority: 5,
  ProcessBasicInformation: 0,
  ProcessDebugPort: 7,
  ProcessHandleCount: 20,
  ProcessImageFileName: 27,
  ProcessIoCounters: 2,
  ProcessObject: 3,
  ProcessPriorityClass: 18,
  ProcessQuotaLimits: 1,
  ProcessTimes: 4,
  ProcessVmCounters: 3,
  ProcessWow64Information: 26,
  ProcessorInternal: 12,
  ProfileCallbackObject: 17,
  ProfileObject: 23,
  QUOTA_UNDERFLOW: 33,
  QueueObject: 4,
  RAMDISK_BOOT_INITIALIZATION_FAILED: 248,
  RDR_FILE_SYSTEM: 39,
  READ_CONTROL: 0x20000,
  REFERENCE_BY_POINTER: 24,
  REFMON_INITIALIZATION_FAILED: 108,
  REGISTRY_ERROR: 81,
  REG_BINARY: 3,
  REG_CREATED_NEW_KEY: 1,
  REG_DWORD: 4,
  REG_DWORD_BIG_ENDIAN: 5,
  REG_DWORD_LITTLE_ENDIAN: 4,
  REG_EXPAND_SZ: 2,
  REG_FULL_RESOURCE_DESCRIPTOR: 9,
  REG_LINK: 6,
  REG_MULTI_SZ: 7,
  REG_NONE: 0,
  REG_OPENED_EXISTING_KEY: 2,
  REG_OPTION_BACKUP_RESTORE: 4,
  REG_OPTION_CREATE_LINK: 2,
  REG_OPTION_NON_VOLATILE: 0,
  REG_OPTION_OPEN_LINK: 8,
  REG_OPTION_RESERVED: 0,
  REG_OPTION_VOLATILE: 1,
  REG_QWORD: 11,
  REG_QWORD_LITTLE_ENDIAN: 11,
  REG_RESOURCE_LIST: 8,
  REG_RESOURCE_REQUIREMENTS_LIST: 10,
  REG_SZ: 1,
  RESOURCE_NOT_OWNED: 227,
  RTLP_ALTERNATE: 8,
  RTLP_FORMAT_KERNEL: 2,
  RTLP_FORMAT_RAISED: 4,
  RTLP_FORMAT_WIDE: 1,
  RTLP_LEFT: 1,
  RTLP_PLUS: 2,
  RTLP_PRECISION: 32,
  RTLP_SPACE: 4,
  RTLP_ZERO: 16,
  RealTimeWorkQueue: 5,
  RegNtCallbackObjectContextCleanup: 40,
  RegNtDeleteKey: 0,
  RegNtDeleteValueKey: 2,
  RegNtEnumerateKey: 5,
  RegNtEnumerateValueKey: 6,
  RegNtKeyHandleClose: 14,
  RegNtPostCreateKey: 11,
  RegNtPostCreateKeyEx: 27,
  RegNtPostDeleteKey: 15,
  RegNtPostDeleteValueKey: 17,
  RegNtPostEnumerateKey: 20,
  RegNtPostEnumerateValueKey: 21,
  RegNtPostFlushKey: 31,
  RegNtPostKeyHandleClose: 25,
  RegNtPostLoadKey: 33,
  RegNtPostOpenKey: 13,
  RegNtPostOpenKeyEx: 29,
  RegNtPostQueryKey: 22,
  RegNtPostQueryKeyName: 48,
  RegNtPostQueryKeySecurity: 37,
  RegNtPostQueryMultipleValueKey: 24,
  RegNtPostQueryValueKey: 23,
  RegNtPostRenameKey: 19,
  RegNtPostReplaceKey: 46,
  RegNtPostRestoreKey: 42,
  RegNtPostSaveKey: 44,
  RegNtPostSetInformationKey: 18,
  RegNtPostSetKeySecurity: 39,
  RegNtPostSetValueKey: 16,
  RegNtPostUnLoadKey: 35,
  RegNtPreCreateKey: 10,
  RegNtPreCreateKeyEx: 26,
  RegNtPreDeleteKey: 0,
  RegNtPreDeleteValueKey: 2,
  RegNtPreEnumerateKey: 5,
  RegNtPreEnumerateValueKey: 6,
  RegNtPreFlushKey: 30,
  RegNtPreKeyHandleClose: 14,
  RegNtPreLoadKey: 32,
  RegNtPreOpenKey: 12,
  RegNtPreOpenKeyEx: 28,
  RegNtPreQueryKey: 7,
  RegNtPreQueryKeyName: 47,
  RegNtPreQueryKeySecurity: 36,
  RegNtPreQueryMultipleValueKey: 9,
  RegNtPreQueryValueKey: 8,
  RegNtPreRenameKey: 4,
  RegNtPreReplaceKey: 45,
  RegNtPreRestoreKey: 41,
  RegNtPreSaveKey: 43,
  RegNtPreSetInformationKey: 3,
  RegNtPreSetKeySecurity: 38,
  RegNtPreSetValueKey: 1,
  RegNtPreUnLoadKey: 34,
  RegNtQueryKey: 7,
  RegNtQueryMultipleValueKey: 9,
  RegNtQueryValueKey: 8,
  RegNtRenameKey: 4,
  RegNtSetInformationKey: 3,
  RegNtSetValueKey: 1,
  RemovalRelations: 3,
  ResourceNeverExclusive: 16,
  ResourceOwnedExclusive: 128,
  ResourceReleaseByOtherThread: 32,
  SACL_SECURITY_INFORMATION: 8,
  SCSI_DISK_DRIVER_INTERNAL: 45,
  SECTION_ALL_ACCESS: 0xf001f,
  SECTION_EXTEND_SIZE: 16,
  SECTION_MAP_EXECUTE: 8,
  SECTION_MAP_READ: 4,
  SECTION_MAP_WRITE: 2,
  SECTION_QUERY: 1,
  SECURITY1_INITIALIZATION_FAILED: 99,
  SECURITY_AUTHENTICATED_USER_RID: 11,
  SECURITY_BUILTIN_DOMAIN_RID: 32,
  SECURITY_DESCRIPTOR_MIN_LENGTH: 40,
  SECURITY_DESCRIPTOR_REVISION: 1,
  SECURITY_DESCRIPTOR_REVISION1: 1,
  SECURITY_DYNAMIC_TRACKING: 1,
  SECURITY_INITIALIZATION_FAILED: 95,
  SECURITY_LOCAL_SYSTEM_RID: 18,
  SECURITY_MANDATORY_HIGH_RID: 12288,
  SECURITY_MANDATORY_LOW_RID: 4096,
  SECURITY_MANDATORY_MEDIUM_RID: 8192,
  SECURITY_MANDATORY_SYSTEM_RID: 16384,
  SECURITY_MAX_SID_SIZE: 68,
  SECURITY_STATIC_TRACKING: 0,
  SECURITY_SYSTEM: 41,
  SECURITY_WORLD_RID: 0,
  SEC_COMMIT: 0x8000000,
  SEC_FILE: 0x800000,
  SEC_IMAGE: 0x1000000,
  SEC_LARGE_PAGES: 0x80000000,
  SEC_NOCACHE: 0x10000000,
  SEC_RESERVE: 0x4000000,
  SEMAPHORE_ALL_ACCESS: 0x1f0003,
  SEMAPHORE_INCREMENT: 1,
  SEMAPHORE_MODIFY_STATE: 2,
  SEMAPHORE_QUERY_STATE: 1,
  SERIAL_DRIVER_INTERNAL: 56,
  SESSION1_INITIALIZATION_FAILED: 109,
  SESSION2_INITIALIZATION_FAILED: 110,
  SESSION3_INITIALIZATION_FAILED: 111,
  SESSION4_INITIALIZATION_FAILED: 112,
  SESSION5_INITIALIZATION_FAILED: 113,
  SET_ENV_VAR_FAILED: 91,
  SET_OF_INVALID_CONTEXT: 48,
  SE_DACL_DEFAULTED: 8,
  SE_DACL_PRESENT: 4,
  SE_DACL_PROTECTED: 4096,
  SE_GROUP_DEFAULTED: 2,
  SE_OWNER_DEFAULTED: 1,
  SE_PRIVILEGE_ENABLED: 2,
  SE_PRIVILEGE_ENABLED_BY_DEFAULT: 1,
  SE_PRIVILEGE_REMOVED: 4,
  SE_PRIVILEGE_USED_FOR_ACCESS: 0x80000000,
  SE_SACL_DEFAULTED: 32,
  SE_SACL_PRESENT: 16,
  SE_SELF_RELATIVE: 32768,
  SHARED_RESOURCE_CONV_ERROR: 31,
  SID_MAX_SUB_AUTHORITIES: 15,
  SID_REVISION: 1,
  SL_ALLOW_RAW_MOUNT: 1,
  SL_CASE_SENSITIVE: 128,
  SL_ERROR_RETURNED: 2,
  SL_EXCLUSIVE_LOCK: 2,
  SL_FAIL_IMMEDIATELY: 1,
  SL_FORCE_ACCESS_CHECK: 1,
  SL_FORCE_DIRECT_WRITE: 16,
  SL_FT_SEQUENTIAL_WRITE: 8,
  SL_INDEX_SPECIFIED: 4,
  SL_INVOKE_ON_CANCEL: 32,
  SL_INVOKE_ON_ERROR: 128,
  SL_INVOKE_ON_SUCCESS: 64,
  SL_KEY_SPECIFIED: 1,
  SL_OPEN_PAGING_FILE: 2,
  SL_OPEN_TARGET_DIRECTORY: 4,
  SL_OVERRIDE_VERIFY_VOLUME: 2,
  SL_PENDING_RETURNED: 1,
  SL_READ_ACCESS_GRANTED: 1,
  SL_REALTIME_STREAM: 32,
  SL_RESTART_SCAN: 1,
  SL_RETURN_SINGLE_ENTRY: 2,
  SL_STOP_ON_SYMLINK: 8,
  SL_WATCH_TREE: 1,
  SL_WRITE_ACCESS_GRANTED: 4,
  SL_WRITE_THROUGH: 4,
  SN_NtAllocateVirtualMemory: 24,
  SN_NtCancelIoFile: 93,
  SN_NtCancelIoFileEx: 94,
  SN_NtCancelSynchronousIoFile: 105,
  SN_NtClearEvent: 62,
  SN_NtClose: 15,
  SN_NtContinue: 67,
  SN_NtCreateEvent: 72,
  SN_NtCreateFile: 85,
  SN_NtCreateMutant: 96,
  SN_NtCreateSemaphore: 97,
  SN_NtCreateSymbolicLinkObject: 102,
  SN_NtCreateThreadEx: 95,
  SN_NtDelayExecution: 52,
  SN_NtDeviceIoControlFile: 7,
  SN_NtDuplicateObject: 60,
  SN_NtFlushBuffersFile: 112,
  SN_NtFreeVirtualMemory: 30,
  SN_NtFsControlFile: 110,
  SN_NtLabConsoleRead: 121,
  SN_NtLabConsoleWrite: 120,
  SN_NtLabDebugPrint: 124,
  SN_NtLabMark: 123,
  SN_NtLabTag: 122,
  SN_NtLoadDriver: 100,
  SN_NtOpenEvent: 64,
  SN_NtOpenFile: 51,
  SN_NtOpenMutant: 114,
  SN_NtOpenSemaphore: 113,
  SN_NtOpenSymbolicLinkObject: 103,
  SN_NtProtectVirtualMemory: 80,
  SN_NtPulseEvent: 108,
  SN_NtQueryAttributesFile: 61,
  SN_NtQueryInformationFile: 17,
  SN_NtQueryInformationProcess: 25,
  SN_NtQueryInformationThread: 37,
  SN_NtQueryPerformanceCounter: 49,
  SN_NtQuerySymbolicLinkObject: 104,
  SN_NtQuerySystemTime: 90,
  SN_NtQueryTickCount: 109,
  SN_NtQueueApcThread: 69,
  SN_NtRaiseException: 99,
  SN_NtReadFile: 6,
  SN_NtReleaseMutant: 32,
  SN_NtReleaseSemaphore: 10,
  SN_NtResetEvent: 98,
  SN_NtSetEvent: 14,
  SN_NtSetInformationFile: 111,
  SN_NtSetInformationThread: 106,
  SN_NtTerminateProcess: 44,
  SN_NtTerminateThread: 83,
  SN_NtUnloadDriver: 101,
  SN_NtWaitForMultipleObjects: 91,
  SN_NtWaitForSingleObject: 4,
  SN_NtWriteFile: 8,
  SN_NtYieldExecution: 70,
  SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION: 193,
  SPECIFIC_RIGHTS_ALL: 65535,
  SPIN_LOCK_ALREADY_OWNED: 15,
  SPIN_LOCK_INIT_FAILURE: 129,
  SPIN_LOCK_NOT_OWNED: 16,
  STANDARD_RIGHTS_ALL: 0x1f0000,
  STANDARD_RIGHTS_EXECUTE: 0x20000,
  STANDARD_RIGHTS_READ: 0x20000,
  STANDARD_RIGHTS_REQUIRED: 0xf0000,
  STANDARD_RIGHTS_WRITE: 0x20000,
  STATUS_ABANDONED: 128,
  STATUS_ABANDONED_WAIT_0: 128,
  STATUS_ABANDONED_WAIT_63: 191,
  STATUS_ABANDON_HIBERFILE: 0x40000033,
  STATUS_ABIOS_INVALID_COMMAND: -1073741549,
  STATUS_ABIOS_INVALID_LID: -1073741548,
  STATUS_ABIOS_INVALID_SELECTOR: -1073741546,
  STATUS_ABIOS_LID_ALREADY_OWNED: -1073741551,
  STATUS_ABIOS_LID_NOT_EXIST: -1073741552,
  STATUS_ABIOS_NOT_LID_OWNER: -1073741550,
  STATUS_ABIOS_NOT_PRESENT: -1073741553,
  STATUS_ABIOS_SELECTOR_NOT_AVAILABLE: -1073741547,
  STATUS_ACCESS_AUDIT_BY_POLICY: 0x40000032,
  STATUS_ACCESS_DENIED: -1073741790,
  STATUS_ACCESS_DISABLED_BY_POLICY_DEFAULT: -1073740959,
  STATUS_ACCESS_DISABLED_BY_POLICY_OTHER: -1073740956,
  STATUS_ACCESS_DISABLED_BY_POLICY_PATH: -1073740958,
  STATUS_ACCESS_DISABLED_BY_POLICY_PUBLISHER: -1073740957,
  STATUS_ACCESS_DISABLED_NO_SAFER_UI_BY_POLICY: -1073740942,
  STATUS_ACCESS_VIOLATION: -1073741819,
  STATUS_ACCOUNT_DISABLED: -1073741710,
  STATUS_ACCOUNT_EXPIRED: -1073741421,
  STATUS_ACCOUNT_LOCKED_OUT: -1073741260,
  STATUS_ACCOUNT_RESTRICTION: -1073741714,
  STATUS_ACPI_ACQUIRE_GLOBAL_LOCK: -1072431086,
  STATUS_ACPI_ADDRESS_NOT_MAPPED: -1072431092,
  STATUS_ACPI_ALREADY_INITIALIZED: -1072431085,
  STATUS_ACPI_ASSERT_FAILED: -1072431101,
  STATUS_ACPI_FATAL: -1072431098,
  STATUS_ACPI_HANDLER_COLLISION: -1072431090,
  STATUS_ACPI_INCORRECT_ARGUMENT_COUNT: -1072431093,
  STATUS_ACPI_INVALID_ACCESS_SIZE: -1072431087,
  STATUS_ACPI_INVALID_ARGTYPE: -1072431096,
  STATUS_ACPI_INVALID_ARGUMENT: -1072431099,
  STATUS_ACPI_INVALID_DATA: -1072431089,
  STATUS_ACPI_INVALID_EVENTTYPE: -1072431091,
  STATUS_ACPI_INVALID_INDEX: -1072431100,
  STATUS_ACPI_INVALID_MUTEX_LEVEL: -1072431083,
  STATUS_ACPI_INVALID_OBJTYPE: -1072431095,
  STATUS_ACPI_INVALID_OPCODE: -1072431103,
  STATUS_ACPI_INVALID_REGION: -1072431088,
  STATUS_ACPI_INVALID_SUPERNAME: -1072431097,
  STATUS_ACPI_INVALID_TABLE: -1072431079,
  STATUS_ACPI_INVALID_TARGETTYPE: -1072431094,
  STATUS_ACPI_MUTEX_NOT_OWNED: -1072431082,
  STATUS_ACPI_MUTEX_NOT_OWNER: -1072431081,
  STATUS_ACPI_NOT_INITIALIZED: -1072431084,
  STATUS_ACPI_POWER_REQUEST_FAILED: -1072431071,
  STATUS_ACPI_REG_HANDLER_FAILED: -1072431072,
  STATUS_ACPI_RS_ACCESS: -1072431080,
  STATUS_ACPI_STACK_OVERFLOW: -1072431102,
  STATUS_ADAPTER_HARDWARE_ERROR: -1073741630,
  STATUS_ADDRESS_ALREADY_ASSOCIATED: -1073741256,
  STATUS_ADDRESS_ALREADY_EXISTS: -1073741302,
  STATUS_ADDRESS_CLOSED: -1073741301,
  STATUS_ADDRESS_NOT_ASSOCIATED: -1073741255,
  STATUS_ADVANCED_INSTALLER_FAILED: -1072365536,
  STATUS_AGENTS_EXHAUSTED: -1073741691,
  STATUS_ALERTED: 257,
  STATUS_ALIAS_EXISTS: -1073741484,
  STATUS_ALLOCATE_BUCKET: -1073741265,
  STATUS_ALLOTTED_SPACE_EXCEEDED: -1073741671,
  STATUS_ALL_SIDS_FILTERED: -1073740962,
  STATUS_ALL_USER_TRUST_QUOTA_EXCEEDED: -1073740798,
  STATUS_ALPC_CHECK_COMPLETION_LIST: 0x40000030,
  STATUS_ALREADY_COMMITTED: -1073741791,
  STATUS_ALREADY_DISCONNECTED: -2147483611,
  STATUS_ALREADY_REGISTERED: -1073740008,
  STATUS_ALREADY_WIN32: 0x4000001b,
  STATUS_AMBIGUOUS_SYSTEM_DEVICE: -1073740719,
  STATUS_APC_RETURNED_WHILE_IMPERSONATING: -1073740015,
  STATUS_APPHELP_BLOCK: -1073740963,
  STATUS_APP_INIT_FAILURE: -1073741499,
  STATUS_ARBITRATION_UNHANDLED: 0x40000026,
  STATUS_ARRAY_BOUNDS_EXCEEDED: -1073741684,
  STATUS_ASSERTION_FAILURE: -1073740768,
  STATUS_AUDITING_DISABLED: -1073740970,
  STATUS_AUDIT_FAILED: -1073741244,
  STATUS_AUTHENTICATION_FIREWALL_FAILED: -1073740781,
  STATUS_AUTHIP_FAILURE: -1073700730,
  STATUS_BACKUP_CONTROLLER: -1073741433,
  STATUS_BAD_BINDINGS: -1073740965,
  STATUS_BAD_CLUSTERS: -1073739771,
  STATUS_BAD_COMPRESSION_BUFFER: -1073741246,
  STATUS_BAD_CURRENT_DIRECTORY: 0x40000007,
  STATUS_BAD_DESCRIPTOR_FORMAT: -1073741593,
  STATUS_BAD_DEVICE_TYPE: -1073741621,
  STATUS_BAD_DLL_ENTRYPOINT: -1073741231,
  STATUS_BAD_FILE_TYPE: -1073739517,
  STATUS_BAD_FUNCTION_TABLE: -1073741569,
  STATUS_BAD_IMPERSONATION_LEVEL: -1073741659,
  STATUS_BAD_INHERITANCE_ACL: -1073741699,
  STATUS_BAD_INITIAL_PC: -1073741814,
  STATUS_BAD_INITIAL_STACK: -1073741815,
  STATUS_BAD_LOGON_SESSION_STATE: -1073741564,
  STATUS_BAD_MASTER_BOOT_RECORD: -1073741655,
  STATUS_BAD_MCFG_TABLE: -1073739512,
  STATUS_BAD_NETWORK_NAME: -1073741620,
  STATUS_BAD_NETWORK_PATH: -1073741634,
  STATUS_BAD_REMOTE_ADAPTER: -1073741627,
  STATUS_BAD_SERVICE_ENTRYPOINT: -1073741230,
  STATUS_BAD_STACK: -1073741784,
  STATUS_BAD_TOKEN_TYPE: -1073741656,
  STATUS_BAD_VALIDATION_CLASS: -1073741657,
  STATUS_BAD_WORKING_SET_LIMIT: -1073741748,
  STATUS_BEGINNING_OF_MEDIA: -2147483617,
  STATUS_BEYOND_VDL: -1073740750,
  STATUS_BIOS_FAILED_TO_CONNECT_INTERRUPT: -1073741458,
  STATUS_BIZRULES_NOT_ENABLED: 0x40000034,
  STATUS_BREAKPOINT: -2147483645,
  STATUS_BUFFER_ALL_ZEROS: 279,
  STATUS_BUFFER_OVERFLOW: -2147483643,
  STATUS_BUFFER_TOO_SMALL: -1073741789,
  STATUS_BUS_RESET: -2147483619,
  STATUS_CACHE_PAGE_LOCKED: 277,
  STATUS_CALLBACK_BYPASS: -1073740541,
  STATUS_CALLBACK_POP_STACK: -1073740765,
  STATUS_CALLBACK_RETURNED_LANG: -1073740001,
  STATUS_CALLBACK_RETURNED_LDR_LOCK: -1073740002,
  STATUS_CALLBACK_RETURNED_PRI_BACK: -1073740000,
  STATUS_CALLBACK_RETURNED_THREAD_PRIORITY: -1073740005,
  STATUS_CALLBACK_RETURNED_TRANSACTION: -1073740003,
  STATUS_CALLBACK_RETURNED_WHILE_IMPERSONATING: -1073740016,
  STATUS_CANCELLED: -1073741536,
  STATUS_CANNOT_ABORT_TRANSACTIONS: -1072103347,
  STATUS_CANNOT_ACCEPT_TRANSACTED_WORK: -1072103348,
  STATUS_CANNOT_BREAK_OPLOCK: -1073739511,
  STATUS_CANNOT_DELETE: -1073741535,
  STATUS_CANNOT_EXECUTE_FILE_IN_TRANSACTION: -1072103356,
  STATUS_CANNOT_IMPERSONATE: -1073741555,
  STATUS_CANNOT_LOAD_REGISTRY_FILE: -1073741288,
  STATUS_CANNOT_MAKE: -1073741078,
  STATUS_CANT_ACCESS_DOMAIN_INFO: -1073741606,
  STATUS_CANT_BREAK_TRANSACTIONAL_DEPENDENCY: -1072103369,
  STATUS_CANT_CREATE_MORE_STREAM_MINIVERSIONS: -1072103386,
  STATUS_CANT_CROSS_RM_BOUNDARY: -1072103368,
  STATUS_CANT_DISABLE_MANDATORY: -1073741731,
  STATUS_CANT_ENABLE_DENY_ONLY: -1073741133,
  STATUS_CANT_OPEN_ANONYMOUS: -1073741658,
  STATUS_CANT_OPEN_MINIVERSION_WITH_MODIFY_INTENT: -1072103387,
  STATUS_CANT_RECOVER_WITH_HANDLE_OPEN: -2145845199,
  STATUS_CANT_TERMINATE_SELF: -1073741605,
  STATUS_CANT_WAIT: -1073741608,
  STATUS_CARDBUS_NOT_SUPPORTED: 0x40000027,
  STATUS_CASE_DIFFERING_NAMES_IN_DIR: -1073740621,
  STATUS_CERTIFICATE_MAPPING_NOT_UNIQUE: -1073740012,
  STATUS_CHECKING_FILE_SYSTEM: 0x40000014,
  STATUS_CHECKOUT_REQUIRED: -1073739518,
  STATUS_CHILD_MUST_BE_VOLATILE: -1073741439,
  STATUS_CLEANER_CARTRIDGE_INSTALLED: -2147483609,
  STATUS_CLIENT_SERVER_PARAMETERS_INVALID: -1073741277,
  STATUS_CLUSTER_INVALID_NETWORK: -1072496624,
  STATUS_CLUSTER_INVALID_NETWORK_PROVIDER: -1072496629,
  STATUS_CLUSTER_INVALID_NODE: -1072496639,
  STATUS_CLUSTER_INVALID_REQUEST: -1072496630,
  STATUS_CLUSTER_JOIN_IN_PROGRESS: -1072496637,
  STATUS_CLUSTER_JOIN_NOT_IN_PROGRESS: -1072496625,
  STATUS_CLUSTER_LOCAL_NODE_NOT_FOUND: -1072496635,
  STATUS_CLUSTER_NETINTERFACE_EXISTS: -1072496632,
  STATUS_CLUSTER_NETINTERFACE_NOT_FOUND: -1072496631,
  STATUS_CLUSTER_NETWORK_ALREADY_OFFLINE: -2146238460,
  STATUS_CLUSTER_NETWORK_ALREADY_ONLINE: -2146238461,
  STATUS_CLUSTER_NETWORK_EXISTS: -1072496634,
  STATUS_CLUSTER_NETWORK_NOT_FOUND: -1072496633,
  STATUS_CLUSTER_NETWORK_NOT_INTERNAL: -1072496618,
  STATUS_CLUSTER_NODE_ALREADY_DOWN: -2146238462,
  STATUS_CLUSTER_NODE_ALREADY_MEMBER: -2146238459,
  STATUS_CLUSTER_NODE_ALREADY_UP: -2146238463,
  STATUS_CLUSTER_NODE_DOWN: -1072496628,
  STATUS_CLUSTER_NODE_EXISTS: -1072496638,
  STATUS_CLUSTER_NODE_NOT_FOUND: -1072496636,
  STATUS_CLUSTER_NODE_NOT_MEMBER: -1072496626,
  STATUS_CLUSTER_NODE_NOT_PAUSED: -1072496620,
  STATUS_CLUSTER_NODE_PAUSED: -1072496621,
  STATUS_CLUSTER_NODE_UNREACHABLE: -1072496627,
  STATUS_CLUSTER_NODE_UP: -1072496622,
  STATUS_CLUSTER_NO_NET_ADAPTERS: -1072496623,
  STATUS_CLUSTER_NO_SECURITY_CONTEXT: -1072496619,
  STATUS_CLUSTER_POISONED: -1072496617,
  STATUS_COMMITMENT_LIMIT: -1073741523,
  STATUS_COMMITMENT_MINIMUM: -1073741112,
  STATUS_COMPRESSION_DISABLED: -1073740762,
  STATUS_COMPRESSION_NOT_ALLOWED_IN_TRANSACTION: -1072103338,
  STATUS_CONFLICTING_ADDRESSES: -1073741800,
  STATUS_CONNECTION_ABORTED: -1073741247,
  STATUS_CONNECTION_ACTIVE: -1073741253,
  STATUS_CONNECTION_COUNT_LIMIT: -1073741242,
  STATUS_CONNECTION_DISCONNECTED: -1073741300,
  STATUS_CONNECTION_INVALID: -1073741254,
  STATUS_CONNECTION_IN_USE: -1073741560,
  STATUS_CONNECTION_REFUSED: -1073741258,
  STATUS_CONNECTION_RESET: -1073741299,
  STATUS_CONTENT_BLOCKED: -1073739772,
  STATUS_CONTEXT_MISMATCH: -1073740007,
  STATUS_CONTINUE_COMPLETION: 0,
  STATUS_CONTROL_C_EXIT: -1073741510,
  STATUS_CONVERT_TO_LARGE: -1073741268,
  STATUS_COPY_PROTECTION_FAILURE: -1073741051,
  STATUS_CORRUPT_SYSTEM_FILE: -1073741116,
  STATUS_COULD_NOT_INTERPRET: -1073741639,
  STATUS_COULD_NOT_RESIZE_LOG: -2145845239,
  STATUS_CRASH_DUMP: 278,
  STATUS_CRC_ERROR: -1073741761,
  STATUS_CRED_REQUIRES_CONFIRMATION: -1073740736,
  STATUS_CRM_PROTOCOL_ALREADY_EXISTS: -1072103409,
  STATUS_CRM_PROTOCOL_NOT_FOUND: -1072103407,
  STATUS_CROSSREALM_DELEGATION_FAILURE: -1073740789,
  STATUS_CRYPTO_SYSTEM_INVALID: -1073741069,
  STATUS_CSS_AUTHENTICATION_FAILURE: -1073741050,
  STATUS_CSS_KEY_NOT_ESTABLISHED: -1073741048,
  STATUS_CSS_KEY_NOT_PRESENT: -1073741049,
  STATUS_CSS_REGION_MISMATCH: -1073741046,
  STATUS_CSS_RESETS_EXHAUSTED: -1073741045,
  STATUS_CSS_SCRAMBLED_SECTOR: -1073741047,
  STATUS_CS_ENCRYPTION_EXISTING_ENCRYPTED_FILE: -1073740733,
  STATUS_CS_ENCRYPTION_FILE_NOT_CSE: -1073740731,
  STATUS_CS_ENCRYPTION_INVALID_SERVER_RESPONSE: -1073740735,
  STATUS_CS_ENCRYPTION_NEW_ENCRYPTED_FILE: -1073740732,
  STATUS_CS_ENCRYPTION_UNSUPPORTED_SERVER: -1073740734,
  STATUS_CTL_FILE_NOT_SUPPORTED: -1073741737,
  STATUS_CTX_BAD_VIDEO_MODE: -1073086440,
  STATUS_CTX_CDM_CONNECT: 0x400a0004,
  STATUS_CTX_CDM_DISCONNECT: 0x400a0005,
  STATUS_CTX_CLIENT_LICENSE_IN_USE: -1073086412,
  STATUS_CTX_CLIENT_LICENSE_NOT_SET: -1073086413,
  STATUS_CTX_CLIENT_QUERY_TIMEOUT: -1073086426,
  STATUS_CTX_CLOSE_PENDING: -1073086458,
  STATUS_CTX_CONSOLE_CONNECT: -1073086424,
  STATUS_CTX_CONSOLE_DISCONNECT: -1073086425,
  STATUS_CTX_GRAPHICS_INVALID: -1073086430,
  STATUS_CTX_INVALID_MODEMNAME: -1073086455,
  STATUS_CTX_INVALID_PD: -1073086462,
  STATUS_CTX_INVALID_WD: -1073086418,
  STATUS_CTX_LICENSE_CLIENT_INVALID: -1073086446,
  STATUS_CTX_LICENSE_EXPIRED: -1073086444,
  STATUS_CTX_LICENSE_NOT_AVAILABLE: -1073086445,
  STATUS_CTX_LOGON_DISABLED: -1073086409,
  STATUS_CTX_MODEM_INF_NOT_FOUND: -1073086456,
  STATUS_CTX_MODEM_RESPONSE_BUSY: -1073086450,
  STATUS_CTX_MODEM_RESPONSE_NO_CARRIER: -1073086452,
  STATUS_CTX_MODEM_RESPONSE_NO_DIALTONE: -1073086451,
  STATUS_CTX_MODEM_RESPONSE_TIMEOUT: -1073086453,
  STATUS_CTX_MODEM_RESPONSE_VOICE: -1073086449,
  STATUS_CTX_NOT_CONSOLE: -1073086428,
  STATUS_CTX_NO_OUTBUF: -1073086457,
  STATUS_CTX_PD_NOT_FOUND: -1073086461,
  STATUS_CTX_RESPONSE_ERROR: -1073086454,
  STATUS_CTX_SECURITY_LAYER_ERROR: -1073086408,
  STATUS_CTX_SHADOW_DENIED: -1073086422,
  STATUS_CTX_SHADOW_DISABLED: -1073086415,
  STATUS_CTX_SHADOW_ENDED_BY_MODE_CHANGE: -1073086411,
  STATUS_CTX_SHADOW_INVALID: -1073086416,
  STATUS_CTX_SHADOW_NOT_RUNNING: -1073086410,
  STATUS_CTX_TD_ERROR: -1073086448,
  STATUS_CTX_WD_NOT_FOUND: -1073086417,
  STATUS_CTX_WINSTATION_ACCESS_DENIED: -1073086421,
  STATUS_CTX_WINSTATION_BUSY: -1073086441,
  STATUS_CTX_WINSTATION_NAME_COLLISION: -1073086442,
  STATUS_CTX_WINSTATION_NAME_INVALID: -1073086463,
  STATUS_CTX_WINSTATION_NOT_FOUND: -1073086443,
  STATUS_CURRENT_DOMAIN_NOT_ALLOWED: -1073741079,
  STATUS_CURRENT_TRANSACTION_NOT_VALID: -1072103400,
  STATUS_DATATYPE_MISALIGNMENT: -2147483646,
  STATUS_DATATYPE_MISALIGNMENT_ERROR: -1073741115,
  STATUS_DATA_ERROR: -1073741762,
  STATUS_DATA_LATE_ERROR: -1073741763,
  STATUS_DATA_LOST_REPAIR: -2147481597,
  STATUS_DATA_NOT_ACCEPTED: -1073741285,
  STATUS_DATA_OVERRUN: -1073741764,
  STATUS_DEBUGGER_INACTIVE: -1073740972,
  STATUS_DEBUG_ATTACH_FAILED: -1073741287,
  STATUS_DECRYPTION_FAILED: -1073741173,
  STATUS_DELAY_LOAD_FAILED: -1073740782,
  STATUS_DELETE_PENDING: -1073741738,
  STATUS_DESTINATION_ELEMENT_FULL: -1073741180,
  STATUS_DEVICE_ALREADY_ATTACHED: -1073741768,
  STATUS_DEVICE_BUSY: -2147483631,
  STATUS_DEVICE_CONFIGURATION_ERROR: -1073741438,
  STATUS_DEVICE_DATA_ERROR: -1073741668,
  STATUS_DEVICE_DOES_NOT_EXIST: -1073741632,
  STATUS_DEVICE_DOOR_OPEN: -2147482999,
  STATUS_DEVICE_ENUMERATION_ERROR: -1073740954,
  STATUS_DEVICE_NOT_CONNECTED: -1073741667,
  STATUS_DEVICE_NOT_PARTITIONED: -1073741452,
  STATUS_DEVICE_NOT_READY: -1073741661,
  STATUS_DEVICE_OFF_LINE: -2147483632,
  STATUS_DEVICE_PAPER_EMPTY: -2147483634,
  STATUS_DEVICE_POWERED_OFF: -2147483633,
  STATUS_DEVICE_POWER_FAILURE: -1073741666,
  STATUS_DEVICE_PROTOCOL_ERROR: -1073741434,
  STATUS_DEVICE_REMOVED: -1073741130,
  STATUS_DEVICE_REQUIRES_CLEANING: -2147483000,
  STATUS_DFS_EXIT_PATH_FOUND: -1073741669,
  STATUS_DFS_UNAVAILABLE: -1073741203,
  STATUS_DIRECTORY_IS_A_REPARSE_POINT: -1073741183,
  STATUS_DIRECTORY_NOT_EMPTY: -1073741567,
  STATUS_DIRECTORY_NOT_RM: -1072103416,
  STATUS_DIRECTORY_SERVICE_REQUIRED: -1073741135,
  STATUS_DISK_CORRUPT_ERROR: -1073741774,
  STATUS_DISK_FULL: -1073741697,
  STATUS_DISK_OPERATION_FAILED: -1073741462,
  STATUS_DISK_QUOTA_EXCEEDED: -1073739774,
  STATUS_DISK_RECALIBRATE_FAILED: -1073741463,
  STATUS_DISK_REPAIR_DISABLED: -1073739776,
  STATUS_DISK_RESET_FAILED: -1073741461,
  STATUS_DLL_INIT_FAILED: -1073741502,
  STATUS_DLL_INIT_FAILED_LOGOFF: -1073741205,
  STATUS_DLL_MIGHT_BE_INCOMPATIBLE: -2147483604,
  STATUS_DLL_MIGHT_BE_INSECURE: -2147483605,
  STATUS_DLL_NOT_FOUND: -1073741515,
  STATUS_DOMAIN_CONTROLLER_NOT_FOUND: -1073741261,
  STATUS_DOMAIN_CTRLR_CONFIG_ERROR: -1073741474,
  STATUS_DOMAIN_EXISTS: -1073741600,
  STATUS_DOMAIN_LIMIT_EXCEEDED: -1073741599,
  STATUS_DOMAIN_TRUST_INCONSISTENT: -1073741413,
  STATUS_DOWNGRADE_DETECTED: -1073740920,
  STATUS_DRIVERS_LEAKING_LOCKED_PAGES: 0x4000002d,
  STATUS_DRIVER_BLOCKED: -1073740948,
  STATUS_DRIVER_BLOCKED_CRITICAL: -1073740949,
  STATUS_DRIVER_CANCEL_TIMEOUT: -1073741282,
  STATUS_DRIVER_DATABASE_ERROR: -1073740947,
  STATUS_DRIVER_ENTRYPOINT_NOT_FOUND: -1073741213,
  STATUS_DRIVER_FAILED_PRIOR_UNLOAD: -1073740914,
  STATUS_DRIVER_FAILED_SLEEP: -1073741118,
  STATUS_DRIVER_INTERNAL_ERROR: -1073741437,
  STATUS_DRIVER_ORDINAL_NOT_FOUND: -1073741214,
  STATUS_DRIVER_PROCESS_TERMINATED: -1073740720,
  STATUS_DRIVER_UNABLE_TO_LOAD: -1073741204,
  STATUS_DS_ADMIN_LIMIT_EXCEEDED: -1073741119,
  STATUS_DS_AG_CANT_HAVE_UNIVERSAL_MEMBER: -1073740968,
  STATUS_DS_ATTRIBUTE_OR_VALUE_EXISTS: -1073741148,
  STATUS_DS_ATTRIBUTE_TYPE_UNDEFINED: -1073741149,
  STATUS_DS_BUSY: -1073741147,
  STATUS_DS_CANT_MOD_OBJ_CLASS: -1073741138,
  STATUS_DS_CANT_MOD_PRIMARYGROUPID: -1073741104,
  STATUS_DS_CANT_ON_NON_LEAF: -1073741140,
  STATUS_DS_CANT_ON_RDN: -1073741139,
  STATUS_DS_CANT_START: -1073741087,
  STATUS_DS_CROSS_DOM_MOVE_FAILED: -1073741137,
  STATUS_DS_DOMAIN_NAME_EXISTS_IN_FOREST: -1073740774,
  STATUS_DS_DOMAIN_RENAME_IN_PROGRESS: -1073739775,
  STATUS_DS_DUPLICATE_ID_FOUND: -1073740795,
  STATUS_DS_FLAT_NAME_EXISTS_IN_FOREST: -1073740773,
  STATUS_DS_GC_NOT_AVAILABLE: -1073741136,
  STATUS_DS_GC_REQUIRED: -1073741084,
  STATUS_DS_GLOBAL_CANT_HAVE_CROSSDOMAIN_MEMBER: -1073741094,
  STATUS_DS_GLOBAL_CANT_HAVE_LOCAL_MEMBER: -1073741097,
  STATUS_DS_GLOBAL_CANT_HAVE_UNIVERSAL_MEMBER: -1073741096,
  STATUS_DS_GROUP_CONVERSION_ERROR: -1073740794,
  STATUS_DS_HAVE_PRIMARY_MEMBERS: -1073741092,
  STATUS_DS_INCORRECT_ROLE_OWNER: -1073741143,
  STATUS_DS_INIT_FAILURE: -1073741086,
  STATUS_DS_INIT_FAILURE_CONSOLE: -1073741076,
  STATUS_DS_INVALID_ATTRIBUTE_SYNTAX: -1073741150,
  STATUS_DS_INVALID_GROUP_TYPE: -1073741100,
  STATUS_DS_LOCAL_CANT_HAVE_CROSSDOMAIN_LOCAL_MEMBER: -1073741093,
  STATUS_DS_LOCAL_MEMBER_OF_LOCAL_ONLY: -1073741083,
  STATUS_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED: -1073741081,
  STATUS_DS_MEMBERSHIP_EVALUATED_LOCALLY: 289,
  STATUS_DS_NAME_NOT_UNIQUE: -1073740796,
  STATUS_DS_NO_ATTRIBUTE_OR_VALUE: -1073741151,
  STATUS_DS_NO_FPO_IN_UNIVERSAL_GROUPS: -1073741082,
  STATUS_DS_NO_MORE_RIDS: -1073741144,
  STATUS_DS_NO_NEST_GLOBALGROUP_IN_MIXEDDOMAIN: -1073741099,
  STATUS_DS_NO_NEST_LOCALGROUP_IN_MIXEDDOMAIN: -1073741098,
  STATUS_DS_NO_RIDS_ALLOCATED: -1073741145,
  STATUS_DS_OBJ_CLASS_VIOLATION: -1073741141,
  STATUS_DS_OID_MAPPED_GROUP_CANT_HAVE_MEMBERS: -1073700729,
  STATUS_DS_OID_NOT_FOUND: -1073700728,
  STATUS_DS_RIDMGR_INIT_ERROR: -1073741142,
  STATUS_DS_SAM_INIT_FAILURE: -1073741109,
  STATUS_DS_SAM_INIT_FAILURE_CONSOLE: -1073741075,
  STATUS_DS_SENSITIVE_GROUP_VIOLATION: -1073741107,
  STATUS_DS_SHUTTING_DOWN: 0x40000370,
  STATUS_DS_SRC_SID_EXISTS_IN_FOREST: -1073740775,
  STATUS_DS_UNAVAILABLE: -1073741146,
  STATUS_DS_UNIVERSAL_CANT_HAVE_LOCAL_MEMBER: -1073741095,
  STATUS_DS_VERSION_CHECK_FAILURE: -1073740971,
  STATUS_DUPLICATE_NAME: -1073741635,
  STATUS_DUPLICATE_OBJECTID: -1073741270,
  STATUS_EAS_NOT_SUPPORTED: -1073741745,
  STATUS_EA_CORRUPT_ERROR: -1073741741,
  STATUS_EA_LIST_INCONSISTENT: -2147483628,
  STATUS_EA_TOO_LARGE: -1073741744,
  STATUS_EFS_ALG_BLOB_TOO_BIG: -1073740974,
  STATUS_EFS_NOT_ALLOWED_IN_TRANSACTION: -1072103362,
  STATUS_ELEVATION_REQUIRED: -1073740756,
  STATUS_ENCOUNTERED_WRITE_IN_PROGRESS: -1073740749,
  STATUS_ENCRYPTION_FAILED: -1073741174,
  STATUS_END_OF_FILE: -1073741807,
  STATUS_END_OF_MEDIA: -2147483618,
  STATUS_ENLISTMENT_NOT_FOUND: -1072103344,
  STATUS_ENLISTMENT_NOT_SUPERIOR: -1072103373,
  STATUS_ENTRYPOINT_NOT_FOUND: -1073741511,
  STATUS_EOM_OVERFLOW: -1073741449,
  STATUS_EVALUATION_EXPIRATION: -1073741208,
  STATUS_EVENTLOG_CANT_START: -1073741425,
  STATUS_EVENTLOG_FILE_CHANGED: -1073741417,
  STATUS_EVENTLOG_FILE_CORRUPT: -1073741426,
  STATUS_EVENT_DONE: 0x40000012,
  STATUS_EVENT_PENDING: 0x40000013,
  STATUS_EXPIRED_HANDLE: -1072103328,
  STATUS_EXTRANEOUS_INFORMATION: -2147483625,
  STATUS_FAILED_DRIVER_ENTRY: -1073740955,
  STATUS_FAILED_STACK_SWITCH: -1073740941,
  STATUS_FAIL_CHECK: -1073741271,
  STATUS_FAIL_FAST_EXCEPTION: -1073740286,
  STATUS_FATAL_APP_EXIT: 0x40000015,
  STATUS_FILEMARK_DETECTED: -2147483621,
  STATUS_FILES_OPEN: -1073741561,
  STATUS_FILE_CHECKED_OUT: -1073739519,
  STATUS_FILE_CLOSED: -1073741528,
  STATUS_FILE_CORRUPT_ERROR: -1073741566,
  STATUS_FILE_DELETED: -1073741533,
  STATUS_FILE_ENCRYPTED: -1073741165,
  STATUS_FILE_FORCED_CLOSED: -1073741642,
  STATUS_FILE_IDENTITY_NOT_PERSISTENT: -1072103370,
  STATUS_FILE_INVALID: -1073741672,
  STATUS_FILE_IS_A_DIRECTORY: -1073741638,
  STATUS_FILE_IS_OFFLINE: -1073741209,
  STATUS_FILE_LOCKED_WITH_ONLY_READERS: 298,
  STATUS_FILE_LOCKED_WITH_WRITERS: 299,
  STATUS_FILE_LOCK_CONFLICT: -1073741740,
  STATUS_FILE_NOT_AVAILABLE: -1073740697,
  STATUS_FILE_NOT_ENCRYPTED: -1073741167,
  STATUS_FILE_RENAMED: -1073741611,
  STATUS_FILE_SYSTEM_LIMITATION: -1073740761,
  STATUS_FILE_TOO_LARGE: -1073739516,
  STATUS_FIRMWARE_UPDATED: 0x4000002c,
  STATUS_FLOATED_SECTION: -1072103349,
  STATUS_FLOAT_DENORMAL_OPERAND: -1073741683,
  STATUS_FLOAT_DIVIDE_BY_ZERO: -1073741682,
  STATUS_FLOAT_INEXACT_RESULT: -1073741681,
  STATUS_FLOAT_INVALID_OPERATION: -1073741680,
  STATUS_FLOAT_MULTIPLE_FAULTS: -1073741132,
  STATUS_FLOAT_MULTIPLE_TRAPS: -1073741131,
  STATUS_FLOAT_OVERFLOW: -1073741679,
  STATUS_FLOAT_STACK_CHECK: -1073741678,
  STATUS_FLOAT_UNDERFLOW: -1073741677,
  STATUS_FLOPPY_BAD_REGISTERS: -1073741464,
  STATUS_FLOPPY_ID_MARK_NOT_FOUND: -1073741467,
  STATUS_FLOPPY_UNKNOWN_ERROR: -1073741465,
  STATUS_FLOPPY_VOLUME: -1073741468,
  STATUS_FLOPPY_WRONG_CYLINDER: -1073741466,
  STATUS_FLT_ALREADY_ENLISTED: -1071906789,
  STATUS_FLT_BUFFER_TOO_SMALL: -2145648639,
  STATUS_FLT_CBDQ_DISABLED: -1071906802,
  STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND: -1071906794,
  STATUS_FLT_CONTEXT_ALREADY_DEFINED: -1071906814,
  STATUS_FLT_CONTEXT_ALREADY_LINKED: -1071906788,
  STATUS_FLT_DELETING_OBJECT: -1071906805,
  STATUS_FLT_DISALLOW_FAST_IO: -1071906812,
  STATUS_FLT_DO_NOT_ATTACH: -1071906801,
  STATUS_FLT_DO_NOT_DETACH: -1071906800,
  STATUS_FLT_DUPLICATE_ENTRY: -1071906803,
  STATUS_FLT_FILTER_NOT_FOUND: -1071906797,
  STATUS_FLT_FILTER_NOT_READY: -1071906808,
  STATUS_FLT_INSTANCE_ALTITUDE_COLLISION: -1071906799,
  STATUS_FLT_INSTANCE_NAME_COLLISION: -1071906798,
  STATUS_FLT_INSTANCE_NOT_FOUND: -1071906795,
  STATUS_FLT_INTERNAL_ERROR: -1071906806,
  STATUS_FLT_INVALID_ASYNCHRONOUS_REQUEST: -1071906813,
  STATUS_FLT_INVALID_CONTEXT_REGISTRATION: -1071906793,
  STATUS_FLT_INVALID_NAME_REQUEST: -1071906811,
  STATUS_FLT_IO_COMPLETE: 0x1c0001,
  STATUS_FLT_MUST_BE_NONPAGED_POOL: -1071906804,
  STATUS_FLT_NAME_CACHE_MISS: -1071906792,
  STATUS_FLT_NOT_INITIALIZED: -1071906809,
  STATUS_FLT_NOT_SAFE_TO_POST_OPERATION: -1071906810,
  STATUS_FLT_NO_DEVICE_OBJECT: -1071906791,
  STATUS_FLT_NO_HANDLER_DEFINED: -1071906815,
  STATUS_FLT_NO_WAITER_FOR_REPLY: -1071906784,
  STATUS_FLT_POST_OPERATION_CLEANUP: -1071906807,
  STATUS_FLT_VOLUME_ALREADY_MOUNTED: -1071906790,
  STATUS_FLT_VOLUME_NOT_FOUND: -1071906796,
  STATUS_FORMS_AUTH_REQUIRED: -1073739515,
  STATUS_FOUND_OUT_OF_SCOPE: -1073741266,
  STATUS_FREE_VM_NOT_AT_BASE: -1073741665,
  STATUS_FSFILTER_OP_COMPLETED_SUCCESSFULLY: 294,
  STATUS_FS_DRIVER_REQUIRED: -1073741412,
  STATUS_FT_MISSING_MEMBER: -1073741473,
  STATUS_FT_ORPHANING: -1073741459,
  STATUS_FT_READ_RECOVERY_FROM_BACKUP: 0x4000000a,
  STATUS_FT_WRITE_RECOVERY: 0x4000000b,
  STATUS_FULLSCREEN_MODE: -1073741479,
  STATUS_FVE_ACTION_NOT_ALLOWED: -1071579127,
  STATUS_FVE_AUTH_INVALID_APPLICATION: -1071579109,
  STATUS_FVE_AUTH_INVALID_CONFIG: -1071579108,
  STATUS_FVE_BAD_DATA: -1071579126,
  STATUS_FVE_BAD_INFORMATION: -1071579134,
  STATUS_FVE_BAD_METADATA_POINTER: -1071579105,
  STATUS_FVE_CONV_READ_ERROR: -1071579123,
  STATUS_FVE_CONV_RECOVERY_FAILED: -1071579096,
  STATUS_FVE_CONV_WRITE_ERROR: -1071579122,
  STATUS_FVE_DEBUGGER_ENABLED: -1071579107,
  STATUS_FVE_DRY_RUN_FAILED: -1071579106,
  STATUS_FVE_FAILED_AUTHENTICATION: -1071579119,
  STATUS_FVE_FAILED_BAD_FS: -1071579131,
  STATUS_FVE_FAILED_SECTOR_SIZE: -1071579120,
  STATUS_FVE_FAILED_WRONG_FS: -1071579132,
  STATUS_FVE_FS_MOUNTED: -1071579129,
  STATUS_FVE_FS_NOT_EXTENDED: -1071579130,
  STATUS_FVE_KEYFILE_INVALID: -1071579116,
  STATUS_FVE_KEYFILE_NOT_FOUND: -1071579117,
  STATUS_FVE_KEYFILE_NO_VMK: -1071579115,
  STATUS_FVE_LOCKED_VOLUME: -1071579136,
  STATUS_FVE_NOT_DATA_VOLUME: -1071579124,
  STATUS_FVE_NOT_ENCRYPTED: -1071579135,
  STATUS_FVE_NOT_OS_VOLUME: -1071579118,
  STATUS_FVE_NO_FEATURE_LICENSE: -1071579098,
  STATUS_FVE_NO_LICENSE: -1071579128,
  STATUS_FVE_OLD_METADATA_COPY: -1071579104,
  STATUS_FVE_OVERLAPPED_UPDATE: -1071579121,
  STATUS_FVE_PARTIAL_METADATA: -2145320959,
  STATUS_FVE_PIN_INVALID: -1071579110,
  STATUS_FVE_POLICY_USER_DISABLE_RDV_NOT_ALLOWED: -1071579097,
  STATUS_FVE_RAW_ACCESS: -1071579102,
  STATUS_FVE_RAW_BLOCKED: -1071579101,
  STATUS_FVE_REBOOT_REQUIRED: -1071579103,
  STATUS_FVE_TOO_SMALL: -1071579133,
  STATUS_FVE_TPM_DISABLED: -1071579114,
  STATUS_FVE_TPM_INVALID_PCR: -1071579112,
  STATUS_FVE_TPM_NO_VMK: -1071579111,
  STATUS_FVE_TPM_SRK_AUTH_NOT_ZERO: -1071579113,
  STATUS_FVE_TRANSIENT_STATE: -2145320958,
  STATUS_FVE_VIRTUALIZED_SPACE_TOO_BIG: -1071579095,
  STATUS_FVE_VOLUME_NOT_BOUND: -1071579125,
  STATUS_FVE_VOLUME_TOO_SMALL: -1071579088,
  STATUS_FWP_ACTION_INCOMPATIBLE_WITH_LAYER: -1071513556,
  STATUS_FWP_ACTION_INCOMPATIBLE_WITH_SUBLAYER: -1071513555,
  STATUS_FWP_ALREADY_EXISTS: -1071513591,
  STATUS_FWP_BUILTIN_OBJECT: -1071513577,
  STATUS_FWP_CALLOUT_NOTIFICATION_FAILED: -1071513545,
  STATUS_FWP_CALLOUT_NOT_FOUND: -1071513599,
  STATUS_FWP_CANNOT_PEND: -1071513341,
  STATUS_FWP_CONDITION_NOT_FOUND: -1071513598,
  STATUS_FWP_CONTEXT_INCOMPATIBLE_WITH_CALLOUT: -1071513553,
  STATUS_FWP_CONTEXT_INCOMPATIBLE_WITH_LAYER: -1071513554,
  STATUS_FWP_DUPLICATE_AUTH_METHOD: -1071513540,
  STATUS_FWP_DUPLICATE_CONDITION: -1071513558,
  STATUS_FWP_DUPLICATE_KEYMOD: -1071513557,
  STATUS_FWP_DYNAMIC_SESSION_IN_PROGRESS: -1071513589,
  STATUS_FWP_EM_NOT_SUPPORTED: -1071513550,
  STATUS_FWP_FILTER_NOT_FOUND: -1071513597,
  STATUS_FWP_INCOMPATIBLE_AUTH_CONFIG: -1071513544,
  STATUS_FWP_INCOMPATIBLE_AUTH_METHOD: -1071513552,
  STATUS_FWP_INCOMPATIBLE_CIPHER_CONFIG: -1071513543,
  STATUS_FWP_INCOMPATIBLE_DH_GROUP: -1071513551,
  STATUS_FWP_INCOMPATIBLE_LAYER: -1071513580,
  STATUS_FWP_INCOMPATIBLE_SA_STATE: -1071513573,
  STATUS_FWP_INCOMPATIBLE_TXN: -1071513583,
  STATUS_FWP_INJECT_HANDLE_CLOSING: -1071513343,
  STATUS_FWP_INJECT_HANDLE_STALE: -1071513342,
  STATUS_FWP_INVALID_ACTION_TYPE: -1071513564,
  STATUS_FWP_INVALID_ENUMERATOR: -1071513571,
  STATUS_FWP_INVALID_FLAGS: -1071513570,
  STATUS_FWP_INVALID_INTERVAL: -1071513567,
  STATUS_FWP_INVALID_NET_MASK: -1071513569,
  STATUS_FWP_INVALID_PARAMETER: -1071513547,
  STATUS_FWP_INVALID_RANGE: -1071513568,
  STATUS_FWP_INVALID_WEIGHT: -1071513563,
  STATUS_FWP_IN_USE: -1071513590,
  STATUS_FWP_KM_CLIENTS_ONLY: -1071513579,
  STATUS_FWP_LAYER_NOT_FOUND: -1071513596,
  STATUS_FWP_LIFETIME_MISMATCH: -1071513578,
  STATUS_FWP_MATCH_TYPE_MISMATCH: -1071513562,
  STATUS_FWP_NET_EVENTS_DISABLED: -1071513581,
  STATUS_FWP_NEVER_MATCH: -1071513549,
  STATUS_FWP_NOTIFICATION_DROPPED: -1071513575,
  STATUS_FWP_NOT_FOUND: -1071513592,
  STATUS_FWP_NO_TXN_IN_PROGRESS: -1071513587,
  STATUS_FWP_NULL_DISPLAY_NAME: -1071513565,
  STATUS_FWP_NULL_POINTER: -1071513572,
  STATUS_FWP_OUT_OF_BOUNDS: -1071513560,
  STATUS_FWP_PROVIDER_CONTEXT_MISMATCH: -1071513548,
  STATUS_FWP_PROVIDER_CONTEXT_NOT_FOUND: -1071513594,
  STATUS_FWP_PROVIDER_NOT_FOUND: -1071513595,
  STATUS_FWP_RESERVED: -1071513559,
  STATUS_FWP_SESSION_ABORTED: -1071513584,
  STATUS_FWP_SUBLAYER_NOT_FOUND: -1071513593,
  STATUS_FWP_TCPIP_NOT_READY: -1071513344,
  STATUS_FWP_TIMEOUT: -1071513582,
  STATUS_FWP_TOO_MANY_BOOTTIME_FILTERS: -1071513576,
  STATUS_FWP_TOO_MANY_CALLOUTS: -1071513576,
  STATUS_FWP_TOO_MANY_SUBLAYERS: -1071513546,
  STATUS_FWP_TRAFFIC_MISMATCH: -1071513574,
  STATUS_FWP_TXN_ABORTED: -1071513585,
  STATUS_FWP_TXN_IN_PROGRESS: -1071513586,
  STATUS_FWP_TYPE_MISMATCH: -1071513561,
  STATUS_FWP_WRONG_SESSION: -1071513588,
  STATUS_FWP_ZERO_LENGTH_ARRAY: -1071513566,
  STATUS_GENERIC_COMMAND_FAILED: -1072365530,
  STATUS_GENERIC_NOT_MAPPED: -1073741594,
  STATUS_GRACEFUL_DISCONNECT: -1073741257,
  STATUS_GRAPHICS_ADAPTER_ACCESS_NOT_EXCLUDED: -1071774661,
  STATUS_GRAPHICS_ADAPTER_CHAIN_NOT_READY: -1071774669,
  STATUS_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_SOURCE: -1071774936,
  STATUS_GRAPHICS_ADAPTER_MUST_HAVE_AT_LEAST_ONE_TARGET: -1071774935,
  STATUS_GRAPHICS_ADAPTER_WAS_RESET: -1071775741,
  STATUS_GRAPHICS_ALLOCATION_BUSY: -1071775486,
  STATUS_GRAPHICS_ALLOCATION_CLOSED: -1071775470,
  STATUS_GRAPHICS_ALLOCATION_CONTENT_LOST: -1071775466,
  STATUS_GRAPHICS_ALLOCATION_INVALID: -1071775482,
  STATUS_GRAPHICS_CANCEL_VIDPN_TOPOLOGY_AUGMENTATION: -1071774886,
  STATUS_GRAPHICS_CANNOTCOLORCONVERT: -1071775736,
  STATUS_GRAPHICS_CANT_ACCESS_ACTIVE_VIDPN: -1071774909,
  STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION: -1071775479,
  STATUS_GRAPHICS_CANT_LOCK_MEMORY: -1071775487,
  STATUS_GRAPHICS_CANT_RENDER_LOCKED_ALLOCATION: -1071775471,
  STATUS_GRAPHICS_CHAINLINKS_NOT_ENUMERATED: -1071774670,
  STATUS_GRAPHICS_CHAINLINKS_NOT_POWERED_ON: -1071774667,
  STATUS_GRAPHICS_CHAINLINKS_NOT_STARTED: -1071774668,
  STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED: -1071774719,
  STATUS_GRAPHICS_CLIENTVIDPN_NOT_SET: -1071774884,
  STATUS_GRAPHICS_COPP_NOT_SUPPORTED: -1071774463,
  STATUS_GRAPHICS_DATASET_IS_EMPTY: 0x401e034b,
  STATUS_GRAPHICS_DDCCI_INVALID_CAPABILITIES_STRING: -1071774329,
  STATUS_GRAPHICS_DDCCI_INVALID_DATA: -1071774331,
  STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_CHECKSUM: -1071774325,
  STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_COMMAND: -1071774327,
  STATUS_GRAPHICS_DDCCI_INVALID_MESSAGE_LENGTH: -1071774326,
  STATUS_GRAPHICS_DDCCI_MONITOR_RETURNED_INVALID_TIMING_STATUS_BYTE: -1071774330,
  STATUS_GRAPHICS_DDCCI_VCP_NOT_SUPPORTED: -1071774332,
  STATUS_GRAPHICS_DISPLAY_DEVICE_NOT_ATTACHED_TO_DESKTOP: -1071774238,
  STATUS_GRAPHICS_DRIVER_MISMATCH: 0x401e0117,
  STATUS_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION: -1071774939,
  STATUS_GRAPHICS_FREQUENCYRANGE_ALREADY_IN_SET: -1071774945,
  STATUS_GRAPHICS_FREQUENCYRANGE_NOT_IN_SET: -1071774947,
  STATUS_GRAPHICS_GAMMA_RAMP_NOT_SUPPORTED: -1071774904,
  STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE: -1071775232,
  STATUS_GRAPHICS_I2C_DEVICE_DOES_NOT_EXIST: -1071774335,
  STATUS_GRAPHICS_I2C_ERROR_RECEIVING_DATA: -1071774333,
  STATUS_GRAPHICS_I2C_ERROR_TRANSMITTING_DATA: -1071774334,
  STATUS_GRAPHICS_I2C_NOT_SUPPORTED: -1071774336,
  STATUS_GRAPHICS_INCOMPATIBLE_PRIVATE_FORMAT: -1071774891,
  STATUS_GRAPHICS_INCONSISTENT_DEVICE_LINK_STATE: -1071774666,
  STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER: -1071775743,
  STATUS_GRAPHICS_INTERNAL_ERROR: -1071774233,
  STATUS_GRAPHICS_INVALID_ACTIVE_REGION: -1071774965,
  STATUS_GRAPHICS_INVALID_ALLOCATION_HANDLE: -1071775468,
  STATUS_GRAPHICS_INVALID_ALLOCATION_INSTANCE: -1071775469,
  STATUS_GRAPHICS_INVALID_ALLOCATION_USAGE: -1071775472,
  STATUS_GRAPHICS_INVALID_CLIENT_TYPE: -1071774885,
  STATUS_GRAPHICS_INVALID_COLORBASIS: -1071774914,
  STATUS_GRAPHICS_INVALID_COPYPROTECTION_TYPE: -1071774897,
  STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER: -1071775742,
  STATUS_GRAPHICS_INVALID_DRIVER_MODEL: -1071775740,
  STATUS_GRAPHICS_INVALID_FREQUENCY: -1071774966,
  STATUS_GRAPHICS_INVALID_GAMMA_RAMP: -1071774905,
  STATUS_GRAPHICS_INVALID_MODE_PRUNING_ALGORITHM: -1071774890,
  STATUS_GRAPHICS_INVALID_MONITORDESCRIPTOR: -1071774933,
  STATUS_GRAPHICS_INVALID_MONITORDESCRIPTORSET: -1071774934,
  STATUS_GRAPHICS_INVALID_MONITOR_CAPABILITY_ORIGIN: -1071774889,
  STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE: -1071774948,
  STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGESET: -1071774949,
  STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE_CONSTRAINT: -1071774888,
  STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET: -1071774943,
  STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE: -1071774942,
  STATUS_GRAPHICS_INVALID_PATH_CONTENT_GEOMETRY_TRANSFORMATION: -1071774907,
  STATUS_GRAPHICS_INVALID_PATH_CONTENT_TYPE: -1071774898,
  STATUS_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL: -1071774908,
  STATUS_GRAPHICS_INVALID_PHYSICAL_MONITOR_HANDLE: -1071774324,
  STATUS_GRAPHICS_INVALID_PIXELFORMAT: -1071774915,
  STATUS_GRAPHICS_INVALID_PIXELVALUEACCESSMODE: -1071774913,
  STATUS_GRAPHICS_INVALID_POINTER: -1071774236,
  STATUS_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE: -1071774918,
  STATUS_GRAPHICS_INVALID_SCANLINE_ORDERING: -1071774894,
  STATUS_GRAPHICS_INVALID_STRIDE: -1071774916,
  STATUS_GRAPHICS_INVALID_TOTAL_REGION: -1071774964,
  STATUS_GRAPHICS_INVALID_VIDEOPRESENTSOURCESET: -1071774955,
  STATUS_GRAPHICS_INVALID_VIDEOPRESENTTARGETSET: -1071774954,
  STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE: -1071774972,
  STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE: -1071774960,
  STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET: -1071774971,
  STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE: -1071774959,
  STATUS_GRAPHICS_INVALID_VIDPN: -1071774973,
  STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH: -1071774951,
  STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET: -1071774968,
  STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET: -1071774967,
  STATUS_GRAPHICS_INVALID_VIDPN_TARGET_SUBSET_TYPE: -1071774929,
  STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY: -1071774976,
  STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY_RECOMMENDATION_REASON: -1071774899,
  STATUS_GRAPHICS_INVALID_VISIBLEREGION_SIZE: -1071774917,
  STATUS_GRAPHICS_LEADLINK_NOT_ENUMERATED: -1071774671,
  STATUS_GRAPHICS_LEADLINK_START_DEFERRED: 0x401e0437,
  STATUS_GRAPHICS_MAX_NUM_PATHS_REACHED: -1071774887,
  STATUS_GRAPHICS_MCA_INTERNAL_ERROR: -1071774328,
  STATUS_GRAPHICS_MIRRORING_DEVICES_NOT_SUPPORTED: -1071774237,
  STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET: -1071774956,
  STATUS_GRAPHICS_MODE_ID_MUST_BE_UNIQUE: -1071774940,
  STATUS_GRAPHICS_MODE_NOT_IN_MODESET: -1071774902,
  STATUS_GRAPHICS_MODE_NOT_PINNED: 0x401e0307,
  STATUS_GRAPHICS_MONITORDESCRIPTOR_ALREADY_IN_SET: -1071774931,
  STATUS_GRAPHICS_MONITORDESCRIPTOR_ID_MUST_BE_UNIQUE: -1071774930,
  STATUS_GRAPHICS_MONITORDESCRIPTOR_NOT_IN_SET: -1071774932,
  STATUS_GRAPHICS_MONITOR_COULD_NOT_BE_ASSOCIATED_WITH_ADAPTER: -1071774924,
  STATUS_GRAPHICS_MONITOR_NOT_CONNECTED: -1071774920,
  STATUS_GRAPHICS_MONITOR_NO_LONGER_EXISTS: -1071774323,
  STATUS_GRAPHICS_MULTISAMPLING_NOT_SUPPORTED: -1071774903,
  STATUS_GRAPHICS_NOT_A_LINKED_ADAPTER: -1071774672,
  STATUS_GRAPHICS_NOT_EXCLUSIVE_MODE_OWNER: -1071775744,
  STATUS_GRAPHICS_NOT_POST_DEVICE_DRIVER: -1071774664,
  STATUS_GRAPHICS_NO_ACTIVE_VIDPN: -1071774922,
  STATUS_GRAPHICS_NO_AVAILABLE_IMPORTANCE_ORDINALS: -1071774892,
  STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET: -1071774925,
  STATUS_GRAPHICS_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME: -1071774239,
  STATUS_GRAPHICS_NO_DISPLAY_MODE_MANAGEMENT_SUPPORT: -1071774911,
  STATUS_GRAPHICS_NO_MONITORS_CORRESPOND_TO_DISPLAY_DEVICE: -1071774235,
  STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET: 0x401e034c,
  STATUS_GRAPHICS_NO_PREFERRED_MODE: 0x401e031e,
  STATUS_GRAPHICS_NO_RECOMMENDED_FUNCTIONAL_VIDPN: -1071774941,
  STATUS_GRAPHICS_NO_RECOMMENDED_VIDPN_TOPOLOGY: -1071774950,
  STATUS_GRAPHICS_NO_VIDEO_MEMORY: -1071775488,
  STATUS_GRAPHICS_NO_VIDPNMGR: -1071774923,
  STATUS_GRAPHICS_ONLY_CONSOLE_SESSION_SUPPORTED: -1071774240,
  STATUS_GRAPHICS_OPM_ALL_HDCP_HARDWARE_ALREADY_IN_USE: -1071774440,
  STATUS_GRAPHICS_OPM_DRIVER_INTERNAL_ERROR: -1071774434,
  STATUS_GRAPHICS_OPM_HDCP_SRM_NEVER_SET: -1071774442,
  STATUS_GRAPHICS_OPM_INTERNAL_ERROR: -1071774453,
  STATUS_GRAPHICS_OPM_INVALID_CONFIGURATION_REQUEST: -1071774431,
  STATUS_GRAPHICS_OPM_INVALID_ENCRYPTED_PARAMETERS: -1071774461,
  STATUS_GRAPHICS_OPM_INVALID_HANDLE: -1071774452,
  STATUS_GRAPHICS_OPM_INVALID_INFORMATION_REQUEST: -1071774435,
  STATUS_GRAPHICS_OPM_INVALID_POINTER: -1071774454,
  STATUS_GRAPHICS_OPM_INVALID_SRM: -1071774446,
  STATUS_GRAPHICS_OPM_NOT_SUPPORTED: -1071774464,
  STATUS_GRAPHICS_OPM_NO_PROTECTED_OUTPUTS_EXIST: -1071774459,
  STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_ACP: -1071774444,
  STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_CGMSA: -1071774443,
  STATUS_GRAPHICS_OPM_OUTPUT_DOES_NOT_SUPPORT_HDCP: -1071774445,
  STATUS_GRAPHICS_OPM_PARAMETER_ARRAY_TOO_SMALL: -1071774460,
  STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_DOES_NOT_HAVE_COPP_SEMANTICS: -1071774436,
  STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_DOES_NOT_HAVE_OPM_SEMANTICS: -1071774433,
  STATUS_GRAPHICS_OPM_PROTECTED_OUTPUT_NO_LONGER_EXISTS: -1071774438,
  STATUS_GRAPHICS_OPM_RESOLUTION_TOO_HIGH: -1071774441,
  STATUS_GRAPHICS_OPM_SESSION_TYPE_CHANGE_IN_PROGRESS: -1071774437,
  STATUS_GRAPHICS_OPM_SIGNALING_NOT_SUPPORTED: -1071774432,
  STATUS_GRAPHICS_OPM_SPANNING_MODE_ENABLED: -1071774449,
  STATUS_GRAPHICS_OPM_THEATER_MODE_ENABLED: -1071774448,
  STATUS_GRAPHICS_PARAMETER_ARRAY_TOO_SMALL: -1071774234,
  STATUS_GRAPHICS_PARTIAL_DATA_POPULATED: 0x401e000a,
  STATUS_GRAPHICS_PATH_ALREADY_IN_TOPOLOGY: -1071774957,
  STATUS_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_PINNED: 0x401e0351,
  STATUS_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_SUPPORTED: -1071774906,
  STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY: -1071774937,
  STATUS_GRAPHICS_PINNED_MODE_MUST_REMAIN_IN_SET: -1071774958,
  STATUS_GRAPHICS_POLLING_TOO_FREQUENTLY: 0x401e0439,
  STATUS_GRAPHICS_PRESENT_DENIED: -1071775737,
  STATUS_GRAPHICS_PRESENT_MODE_CHANGED: -1071775739,
  STATUS_GRAPHICS_PRESENT_OCCLUDED: -1071775738,
  STATUS_GRAPHICS_PRESENT_REDIRECTION_DISABLED: -1071775733,
  STATUS_GRAPHICS_PRESENT_UNOCCLUDED: -1071775732,
  STATUS_GRAPHICS_PVP_DISPLAY_DEVICE_NOT_ATTACHED_TO_DESKTOP: -1071774457,
  STATUS_GRAPHICS_PVP_HFS_FAILED: -1071774447,
  STATUS_GRAPHICS_PVP_INVALID_CERTIFICATE_LENGTH: -1071774450,
  STATUS_GRAPHICS_PVP_MIRRORING_DEVICES_NOT_SUPPORTED: -1071774456,
  STATUS_GRAPHICS_PVP_NO_DISPLAY_DEVICE_CORRESPONDS_TO_NAME: -1071774458,
  STATUS_GRAPHICS_PVP_NO_MONITORS_CORRESPOND_TO_DISPLAY_DEVICE: -1071774451,
  STATUS_GRAPHICS_RESOURCES_NOT_RELATED: -1071774928,
  STATUS_GRAPHICS_SESSION_TYPE_CHANGE_IN_PROGRESS: -1071774232,
  STATUS_GRAPHICS_SOURCE_ALREADY_IN_SET: -1071774953,
  STATUS_GRAPHICS_SOURCE_ID_MUST_BE_UNIQUE: -1071774927,
  STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY: -1071774919,
  STATUS_GRAPHICS_SPECIFIED_CHILD_ALREADY_CONNECTED: -1071774720,
  STATUS_GRAPHICS_STALE_MODESET: -1071774944,
  STATUS_GRAPHICS_STALE_VIDPN_TOPOLOGY: -1071774921,
  STATUS_GRAPHICS_START_DEFERRED: 0x401e043a,
  STATUS_GRAPHICS_TARGET_ALREADY_IN_SET: -1071774952,
  STATUS_GRAPHICS_TARGET_ID_MUST_BE_UNIQUE: -1071774926,
  STATUS_GRAPHICS_TARGET_NOT_IN_TOPOLOGY: -1071774912,
  STATUS_GRAPHICS_TOO_MANY_REFERENCES: -1071775485,
  STATUS_GRAPHICS_TOPOLOGY_CHANGES_NOT_ALLOWED: -1071774893,
  STATUS_GRAPHICS_TRY_AGAIN_LATER: -1071775484,
  STATUS_GRAPHICS_TRY_AGAIN_NOW: -1071775483,
  STATUS_GRAPHICS_UAB_NOT_SUPPORTED: -1071774462,
  STATUS_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS: -1071774896,
  STATUS_GRAPHICS_UNKNOWN_CHILD_STATUS: 0x401e042f,
  STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE: -1071775481,
  STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED: -1071775480,
  STATUS_GRAPHICS_VIDEO_PRESENT_TARGETS_LESS_THAN_SOURCES: -1071774938,
  STATUS_GRAPHICS_VIDPN_MODALITY_NOT_SUPPORTED: -1071774970,
  STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE: -1071774910,
  STATUS_GRAPHICS_VIDPN_TOPOLOGY_CURRENTLY_NOT_SUPPORTED: -1071774974,
  STATUS_GRAPHICS_VIDPN_TOPOLOGY_NOT_SUPPORTED: -1071774975,
  STATUS_GRAPHICS_WRONG_ALLOCATION_DEVICE: -1071775467,
  STATUS_GROUP_EXISTS: -1073741723,
  STATUS_GUARD_PAGE_VIOLATION: -2147483647,
  STATUS_GUIDS_EXHAUSTED: -1073741693,
  STATUS_GUID_SUBSTITUTION_MADE: -2147483636,
  STATUS_HANDLES_CLOSED: -2147483638,
  STATUS_HANDLE_NOT_CLOSABLE: -1073741259,
  STATUS_HANDLE_NO_LONGER_VALID: -1072103384,
  STATUS_HARDWARE_MEMORY_ERROR: -1073740023,
  STATUS_HASH_NOT_PRESENT: -1073700607,
  STATUS_HASH_NOT_SUPPORTED: -1073700608,
  STATUS_HEAP_CORRUPTION: -1073740940,
  STATUS_HIBERNATED: 0x4000002a,
  STATUS_HIBERNATION_FAILURE: -1073740783,
  STATUS_HIVE_UNLOADED: -1073740763,
  STATUS_HMAC_NOT_SUPPORTED: -1073700863,
  STATUS_HOPLIMIT_EXCEEDED: -1073700846,
  STATUS_HOST_DOWN: -1073740976,
  STATUS_HOST_UNREACHABLE: -1073741251,
  STATUS_HUNG_DISPLAY_DRIVER_THREAD: -1073740779,
  STATUS_ILLEGAL_CHARACTER: -1073741471,
  STATUS_ILLEGAL_DLL_RELOCATION: -1073741207,
  STATUS_ILLEGAL_ELEMENT_ADDRESS: -1073741179,
  STATUS_ILLEGAL_FLOAT_CONTEXT: -1073741494,
  STATUS_ILLEGAL_FUNCTION: -1073741649,
  STATUS_ILLEGAL_INSTRUCTION: -1073741795,
  STATUS_ILL_FORMED_PASSWORD: -1073741717,
  STATUS_ILL_FORMED_SERVICE_ENTRY: -1073741472,
  STATUS_IMAGE_ALREADY_LOADED: -1073741554,
  STATUS_IMAGE_ALREADY_LOADED_AS_DLL: -1073741411,
  STATUS_IMAGE_CERT_REVOKED: -1073740285,
  STATUS_IMAGE_CHECKSUM_MISMATCH: -1073741279,
  STATUS_IMAGE_MACHINE_TYPE_MISMATCH: 0x4000000e,
  STATUS_IMAGE_MACHINE_TYPE_MISMATCH_EXE: 0x40000023,
  STATUS_IMAGE_MP_UP_MISMATCH: -1073741239,
  STATUS_IMAGE_NOT_AT_BASE: 0x40000003,
  STATUS_IMAGE_SUBSYSTEM_NOT_PRESENT: -1073741405,
  STATUS_IMPLEMENTATION_LIMIT: -1073740757,
  STATUS_INCOMPATIBLE_DRIVER_BLOCKED: -1073740764,
  STATUS_INCOMPATIBLE_FILE_MAP: -1073741747,
  STATUS_INCOMPATIBLE_WITH_GLOBAL_SHORT_NAME_REGISTRY_SETTING: -1073741410,
  STATUS_INDOUBT_TRANSACTIONS_EXIST: -1072103366,
  STATUS_INFO_LENGTH_MISMATCH: -1073741820,
  STATUS_INSTANCE_NOT_AVAILABLE: -1073741653,
  STATUS_INSTRUCTION_MISALIGNMENT: -1073741654,
  STATUS_INSUFFICIENT_LOGON_INFO: -1073741232,
  STATUS_INSUFFICIENT_NVRAM_RESOURCES: -1073740716,
  STATUS_INSUFFICIENT_POWER: -1073741090,
  STATUS_INSUFFICIENT_RESOURCES: -1073741670,
  STATUS_INSUFFICIENT_RESOURCE_FOR_SPECIFIED_SHARED_SECTION_SIZE: -1073740778,
  STATUS_INSUFF_SERVER_RESOURCES: -1073741307,
  STATUS_INTEGER_DIVIDE_BY_ZERO: -1073741676,
  STATUS_INTEGER_OVERFLOW: -1073741675,
  STATUS_INTERNAL_DB_CORRUPTION: -1073741596,
  STATUS_INTERNAL_DB_ERROR: -1073741480,
  STATUS_INTERNAL_ERROR: -1073741595,
  STATUS_INTERRUPT_STILL_CONNECTED: 296,
  STATUS_INTERRUPT_VECTOR_ALREADY_CONNECTED: 295,
  STATUS_INVALID_ACCOUNT_NAME: -1073741726,
  STATUS_INVALID_ACE_CONDITION: -1073741406,
  STATUS_INVALID_ACL: -1073741705,
  STATUS_INVALID_ADDRESS: -1073741503,
  STATUS_INVALID_ADDRESS_COMPONENT: -1073741305,
  STATUS_INVALID_ADDRESS_WILDCARD: -1073741304,
  STATUS_INVALID_BLOCK_LENGTH: -1073741453,
  STATUS_INVALID_BUFFER_SIZE: -1073741306,
  STATUS_INVALID_CID: -1073741813,
  STATUS_INVALID_COMPUTER_NAME: -1073741534,
  STATUS_INVALID_CONNECTION: -1073741504,
  STATUS_INVALID_CRUNTIME_PARAMETER: -1073740777,
  STATUS_INVALID_DEVICE_OBJECT_PARAMETER: -1073740951,
  STATUS_INVALID_DEVICE_REQUEST: -1073741808,
  STATUS_INVALID_DEVICE_STATE: -1073741436,
  STATUS_INVALID_DISPOSITION: -1073741786,
  STATUS_INVALID_DOMAIN_ROLE: -1073741602,
  STATUS_INVALID_DOMAIN_STATE: -1073741603,
  STATUS_INVALID_EA_FLAG: -2147483627,
  STATUS_INVALID_EA_NAME: -2147483629,
  STATUS_INVALID_FILE_FOR_SECTION: -1073741792,
  STATUS_INVALID_GROUP_ATTRIBUTES: -1073741660,
  STATUS_INVALID_HANDLE: -1073741816,
  STATUS_INVALID_HW_PROFILE: -1073741216,
  STATUS_INVALID_IDN_NORMALIZATION: -1073740010,
  STATUS_INVALID_ID_AUTHORITY: -1073741692,
  STATUS_INVALID_IMAGE_FORMAT: -1073741701,
  STATUS_INVALID_IMAGE_HASH: -1073740760,
  STATUS_INVALID_IMAGE_LE_FORMAT: -1073741522,
  STATUS_INVALID_IMAGE_NE_FORMAT: -1073741541,
  STATUS_INVALID_IMAGE_NOT_MZ: -1073741521,
  STATUS_INVALID_IMAGE_PROTECT: -1073741520,
  STATUS_INVALID_IMAGE_WIN_16: -1073741519,
  STATUS_INVALID_IMAGE_WIN_32: -1073740967,
  STATUS_INVALID_IMAGE_WIN_64: -1073740966,
  STATUS_INVALID_IMPORT_OF_NON_DLL: -1073740945,
  STATUS_INVALID_INFO_CLASS: -1073741821,
  STATUS_INVALID_LABEL: -1073740730,
  STATUS_INVALID_LDT_DESCRIPTOR: -1073741542,
  STATUS_INVALID_LDT_OFFSET: -1073741543,
  STATUS_INVALID_LDT_SIZE: -1073741544,
  STATUS_INVALID_LEVEL: -1073741496,
  STATUS_INVALID_LOCK_RANGE: -1073741407,
  STATUS_INVALID_LOCK_SEQUENCE: -1073741794,
  STATUS_INVALID_LOGON_HOURS: -1073741713,
  STATUS_INVALID_LOGON_TYPE: -1073741557,
  STATUS_INVALID_MEMBER: -1073741445,
  STATUS_INVALID_MESSAGE: -1073740030,
  STATUS_INVALID_NETWORK_RESPONSE: -1073741629,
  STATUS_INVALID_OPLOCK_PROTOCOL: -1073741597,
  STATUS_INVALID_OWNER: -1073741734,
  STATUS_INVALID_PAGE_PROTECTION: -1073741755,
  STATUS_INVALID_PARAMETER: -1073741811,
  STATUS_INVALID_PARAMETER_1: -1073741585,
  STATUS_INVALID_PARAMETER_10: -1073741576,
  STATUS_INVALID_PARAMETER_11: -1073741575,
  STATUS_INVALID_PARAMETER_12: -1073741574,
  STATUS_INVALID_PARAMETER_2: -1073741584,
  STATUS_INVALID_PARAMETER_3: -1073741583,
  STATUS_INVALID_PARAMETER_4: -1073741582,
  STATUS_INVALID_PARAMETER_5: -1073741581,
  STATUS_INVALID_PARAMETER_6: -1073741580,
  STATUS_INVALID_PARAMETER_7: -1073741579,
  STATUS_INVALID_PARAMETER_8: -1073741578,
  STATUS_INVALID_PARAMETER_9: -1073741577,
  STATUS_INVALID_PARAMETER_MIX: -1073741776,
  STATUS_INVALID_PIPE_STATE: -1073741651,
  STATUS_INVALID_PLUGPLAY_DEVICE_PATH: -1073741215,
  STATUS_INVALID_PORT_ATTRIBUTES: -1073741778,
  STATUS_INVALID_PORT_HANDLE: -1073741758,
  STATUS_INVALID_PRIMARY_GROUP: -1073741733,
  STATUS_INVALID_QUOTA_LOWER: -1073741775,
  STATUS_INVALID_READ_MODE: -1073741644,
  STATUS_INVALID_SECURITY_DESCR: -1073741703,
  STATUS_INVALID_SERVER_STATE: -1073741604,
  STATUS_INVALID_SID: -1073741704,
  STATUS_INVALID_SIGNATURE: -1073700864,
  STATUS_INVALID_SUB_AUTHORITY: -1073741706,
  STATUS_INVALID_SYSTEM_SERVICE: -1073741796,
  STATUS_INVALID_TASK_INDEX: -1073740543,
  STATUS_INVALID_TASK_NAME: -1073740544,
  STATUS_INVALID_THREAD: -1073740004,
  STATUS_INVALID_TRANSACTION: -1072103422,
  STATUS_INVALID_UNWIND_TARGET: -1073741783,
  STATUS_INVALID_USER_BUFFER: -1073741592,
  STATUS_INVALID_USER_PRINCIPAL_NAME: -1073740772,
  STATUS_INVALID_VARIANT: -1073741262,
  STATUS_INVALID_VIEW_SIZE: -1073741793,
  STATUS_INVALID_VOLUME_LABEL: -1073741690,
  STATUS_INVALID_WORKSTATION: -1073741712,
  STATUS_IN_PAGE_ERROR: -1073741818,
  STATUS_IO_DEVICE_ERROR: -1073741435,
  STATUS_IO_PRIVILEGE_FAILED: -1073741513,
  STATUS_IO_REISSUE_AS_CACHED: -1073479623,
  STATUS_IO_REPARSE_DATA_INVALID: -1073741192,
  STATUS_IO_REPARSE_TAG_INVALID: -1073741194,
  STATUS_IO_REPARSE_TAG_MISMATCH: -1073741193,
  STATUS_IO_REPARSE_TAG_NOT_HANDLED: -1073741191,
  STATUS_IO_TIMEOUT: -1073741643,
  STATUS_IPSEC_AUTH_FIREWALL_DROP: -1070202872,
  STATUS_IPSEC_BAD_SPI: -1070202879,
  STATUS_IPSEC_CLEAR_TEXT_DROP: -1070202873,
  STATUS_IPSEC_DOSP_BLOCK: -1070170112,
  STATUS_IPSEC_DOSP_INVALID_PACKET: -1070170110,
  STATUS_IPSEC_DOSP_KEYMOD_NOT_ALLOWED: -1070170107,
  STATUS_IPSEC_DOSP_MAX_ENTRIES: -1070170108,
  STATUS_IPSEC_DOSP_MAX_PER_IP_RATELIMIT_QUEUES: -1070170106,
  STATUS_IPSEC_DOSP_RECEIVED_MULTICAST: -1070170111,
  STATUS_IPSEC_DOSP_STATE_LOOKUP_FAILED: -1070170109,
  STATUS_IPSEC_INTEGRITY_CHECK_FAILED: -1070202874,
  STATUS_IPSEC_INVALID_PACKET: -1070202875,
  STATUS_IPSEC_QUEUE_OVERFLOW: -1073700848,
  STATUS_IPSEC_REPLAY_CHECK_FAILED: -1070202876,
  STATUS_IPSEC_SA_LIFETIME_EXPIRED: -1070202878,
  STATUS_IPSEC_THROTTLE_DROP: -1070202871,
  STATUS_IPSEC_WRONG_SA: -1070202877,
  STATUS_IP_ADDRESS_CONFLICT1: -1073741228,
  STATUS_IP_ADDRESS_CONFLICT2: -1073741227,
  STATUS_ISSUING_CA_UNTRUSTED: -1073740918,
  STATUS_ISSUING_CA_UNTRUSTED_KDC: -1073740787,
  STATUS_JOURNAL_DELETE_IN_PROGRESS: -1073741129,
  STATUS_JOURNAL_ENTRY_DELETED: -1073741105,
  STATUS_JOURNAL_NOT_ACTIVE: -1073741128,
  STATUS_KDC_CERT_EXPIRED: -1073740786,
  STATUS_KDC_CERT_REVOKED: -1073740785,
  STATUS_KDC_INVALID_REQUEST: -1073741061,
  STATUS_KDC_UNABLE_TO_REFER: -1073741060,
  STATUS_KDC_UNKNOWN_ETYPE: -1073741059,
  STATUS_KERNEL_APC: 256,
  STATUS_KEY_DELETED: -1073741444,
  STATUS_KEY_HAS_CHILDREN: -1073741440,
  STATUS_LAST_ADMIN: -1073741719,
  STATUS_LICENSE_QUOTA_EXCEEDED: -1073741223,
  STATUS_LICENSE_VIOLATION: -1073741206,
  STATUS_LINK_FAILED: -1073741506,
  STATUS_LINK_TIMEOUT: -1073741505,
  STATUS_LM_CROSS_ENCRYPTION_REQUIRED: -1073741441,
  STATUS_LOCAL_DISCONNECT: -1073741509,
  STATUS_LOCAL_USER_SESSION_KEY: 0x40000006,
  STATUS_LOCK_NOT_GRANTED: -1073741739,
  STATUS_LOGIN_TIME_RESTRICTION: -1073741241,
  STATUS_LOGIN_WKSTA_RESTRICTION: -1073741240,
  STATUS_LOGON_FAILURE: -1073741715,
  STATUS_LOGON_NOT_GRANTED: -1073741483,
  STATUS_LOGON_SERVER_CONFLICT: -1073741518,
  STATUS_LOGON_SESSION_COLLISION: -1073741563,
  STATUS_LOGON_SESSION_EXISTS: -1073741586,
  STATUS_LOGON_TYPE_NOT_GRANTED: -1073741477,
  STATUS_LOG_APPENDED_FLUSH_FAILED: -1072037841,
  STATUS_LOG_ARCHIVE_IN_PROGRESS: -1072037855,
  STATUS_LOG_ARCHIVE_NOT_IN_PROGRESS: -1072037856,
  STATUS_LOG_BLOCKS_EXHAUSTED: -1072037882,
  STATUS_LOG_BLOCK_INCOMPLETE: -1072037884,
  STATUS_LOG_BLOCK_INVALID: -1072037878,
  STATUS_LOG_BLOCK_VERSION: -1072037879,
  STATUS_LOG_CANT_DELETE: -1072037871,
  STATUS_LOG_CLIENT_ALREADY_REGISTERED: -1072037852,
  STATUS_LOG_CLIENT_NOT_REGISTERED: -1072037851,
  STATUS_LOG_CONTAINER_LIMIT_EXCEEDED: -1072037870,
  STATUS_LOG_CONTAINER_OPEN_FAILED: -1072037847,
  STATUS_LOG_CONTAINER_READ_FAILED: -1072037849,
  STATUS_LOG_CONTAINER_STATE_INVALID: -1072037846,
  STATUS_LOG_CONTAINER_WRITE_FAILED: -1072037848,
  STATUS_LOG_CORRUPTION_DETECTED: -1072103376,
  STATUS_LOG_DEDICATED: -1072037857,
  STATUS_LOG_EPHEMERAL: -1072037854,
  STATUS_LOG_FILE_FULL: -1073741432,
  STATUS_LOG_FULL: -1072037859,
  STATUS_LOG_FULL_HANDLER_IN_PROGRESS: -1072037850,
  STATUS_LOG_GROWTH_FAILED: -1072103399,
  STATUS_LOG_HARD_ERROR: 0x4000001a,
  STATUS_LOG_INCONSISTENT_SECURITY: -1072037842,
  STATUS_LOG_INVALID_RANGE: -1072037883,
  STATUS_LOG_METADATA_CORRUPT: -1072037875,
  STATUS_LOG_METADATA_FLUSH_FAILED: -1072037843,
  STATUS_LOG_METADATA_INCONSISTENT: -1072037873,
  STATUS_LOG_METADATA_INVALID: -1072037874,
  STATUS_LOG_MULTIPLEXED: -1072037858,
  STATUS_LOG_NOT_ENOUGH_CONTAINERS: -1072037853,
  STATUS_LOG_NO_RESTART: 0x401a000c,
  STATUS_LOG_PINNED: -1072037844,
  STATUS_LOG_PINNED_ARCHIVE_TAIL: -1072037864,
  STATUS_LOG_PINNED_RESERVATION: -1072037840,
  STATUS_LOG_POLICY_ALREADY_INSTALLED: -1072037868,
  STATUS_LOG_POLICY_CONFLICT: -1072037865,
  STATUS_LOG_POLICY_INVALID: -1072037866,
  STATUS_LOG_POLICY_NOT_INSTALLED: -1072037867,
  STATUS_LOG_READ_CONTEXT_INVALID: -1072037881,
  STATUS_LOG_READ_MODE_INVALID: -1072037877,
  STATUS_LOG_RECORDS_RESERVED_INVALID: -1072037862,
  STATUS_LOG_RECORD_NONEXISTENT: -1072037863,
  STATUS_LOG_RESERVATION_INVALID: -1072037872,
  STATUS_LOG_RESIZE_INVALID_SIZE: -1072103413,
  STATUS_LOG_RESTART_INVALID: -1072037880,
  STATUS_LOG_SECTOR_INVALID: -1072037887,
  STATUS_LOG_SECTOR_PARITY_INVALID: -1072037886,
  STATUS_LOG_SECTOR_REMAPPED: -1072037885,
  STATUS_LOG_SPACE_RESERVED_INVALID: -1072037861,
  STATUS_LOG_START_OF_LOG: -1072037869,
  STATUS_LOG_STATE_INVALID: -1072037845,
  STATUS_LOG_TAIL_INVALID: -1072037860,
  STATUS_LONGJUMP: -2147483610,
  STATUS_LOST_WRITEBEHIND_DATA: -1073741278,
  STATUS_LOST_WRITEBEHIND_DATA_LOCAL_DISK_ERROR: -1073700734,
  STATUS_LOST_WRITEBEHIND_DATA_NETWORK_DISCONNECTED: -1073700736,
  STATUS_LOST_WRITEBEHIND_DATA_NETWORK_SERVER_ERROR: -1073700735,
  STATUS_LPC_INVALID_CONNECTION_USAGE: -1073740026,
  STATUS_LPC_RECEIVE_BUFFER_EXPECTED: -1073740027,
  STATUS_LPC_REPLY_LOST: -1073741229,
  STATUS_LPC_REQUESTS_NOT_ALLOWED: -1073740025,
  STATUS_LUIDS_EXHAUSTED: -1073741707,
  STATUS_MAGAZINE_NOT_PRESENT: -1073741178,
  STATUS_MAPPED_ALIGNMENT: -1073741280,
  STATUS_MAPPED_FILE_SIZE_ZERO: -1073741538,
  STATUS_MARSHALL_OVERFLOW: -1073741263,
  STATUS_MAX_REFERRALS_EXCEEDED: -1073741068,
  STATUS_MCA_EXCEPTION: -1073740013,
  STATUS_MCA_OCCURED: -1073740950,
  STATUS_MEDIA_CHANGED: -2147483620,
  STATUS_MEDIA_CHECK: -2147483616,
  STATUS_MEDIA_WRITE_PROTECTED: -1073741662,
  STATUS_MEMBERS_PRIMARY_GROUP: -1073741529,
  STATUS_MEMBER_IN_ALIAS: -1073741485,
  STATUS_MEMBER_IN_GROUP: -1073741721,
  STATUS_MEMBER_NOT_IN_ALIAS: -1073741486,
  STATUS_MEMBER_NOT_IN_GROUP: -1073741720,
  STATUS_MEMORY_NOT_ALLOCATED: -1073741664,
  STATUS_MESSAGE_LOST: -1073740031,
  STATUS_MESSAGE_NOT_FOUND: -1073741559,
  STATUS_MESSAGE_RETRIEVED: 0x4000002e,
  STATUS_MFT_TOO_FRAGMENTED: -1073741052,
  STATUS_MINIVERSION_INACCESSIBLE_FROM_SPECIFIED_TRANSACTION: -1072103388,
  STATUS_MISSING_SYSTEMFILE: -1073741501,
  STATUS_MONITOR_INVALID_DESCRIPTOR_CHECKSUM: -1071841277,
  STATUS_MONITOR_INVALID_DETAILED_TIMING_BLOCK: -1071841271,
  STATUS_MONITOR_INVALID_MANUFACTURE_DATE: -1071841270,
  STATUS_MONITOR_INVALID_SERIAL_NUMBER_MONDSC_BLOCK: -1071841274,
  STATUS_MONITOR_INVALID_STANDARD_TIMING_BLOCK: -1071841276,
  STATUS_MONITOR_INVALID_USER_FRIENDLY_MONDSC_BLOCK: -1071841273,
  STATUS_MONITOR_NO_DESCRIPTOR: -1071841279,
  STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA: -1071841272,
  STATUS_MONITOR_UNKNOWN_DESCRIPTOR_FORMAT: -1071841278,
  STATUS_MONITOR_WMI_DATABLOCK_REGISTRATION_FAILED: -1071841275,
  STATUS_MORE_ENTRIES: 261,
  STATUS_MORE_PROCESSING_REQUIRED: -1073741802,
  STATUS_MOUNT_POINT_NOT_RESOLVED: -1073740952,
  STATUS_MP_PROCESSOR_MISMATCH: 0x40000029,
  STATUS_MUI_FILE_NOT_FOUND: -1073020927,
  STATUS_MUI_FILE_NOT_LOADED: -1073020922,
  STATUS_MUI_INVALID_FILE: -1073020926,
  STATUS_MUI_INVALID_LOCALE_NAME: -1073020924,
  STATUS_MUI_INVALID_RC_CONFIG: -1073020925,
  STATUS_MUI_INVALID_ULTIMATEFALLBACK_NAME: -1073020923,
  STATUS_MULTIPLE_FAULT_VIOLATION: -1073741080,
  STATUS_MUST_BE_KDC: -1073741067,
  STATUS_MUTANT_LIMIT_EXCEEDED: -1073741423,
  STATUS_MUTANT_NOT_OWNED: -1073741754,
  STATUS_MUTUAL_AUTHENTICATION_FAILED: -1073741117,
  STATUS_NAME_TOO_LONG: -1073741562,
  STATUS_NDIS_ADAPTER_NOT_FOUND: -1071448058,
  STATUS_NDIS_ADAPTER_NOT_READY: -1071448047,
  STATUS_NDIS_ADAPTER_REMOVED: -1071448040,
  STATUS_NDIS_ALREADY_MAPPED: -1071448035,
  STATUS_NDIS_BAD_CHARACTERISTICS: -1071448059,
  STATUS_NDIS_BAD_VERSION: -1071448060,
  STATUS_NDIS_BUFFER_TOO_SHORT: -1071448042,
  STATUS_NDIS_CLOSING: -1071448062,
  STATUS_NDIS_DEVICE_FAILED: -1071448056,
  STATUS_NDIS_DOT11_AUTO_CONFIG_ENABLED: -1071439872,
  STATUS_NDIS_DOT11_MEDIA_IN_USE: -1071439871,
  STATUS_NDIS_DOT11_POWER_STATE_INVALID: -1071439870,
  STATUS_NDIS_ERROR_READING_FILE: -1071448036,
  STATUS_NDIS_FILE_NOT_FOUND: -1071448037,
  STATUS_NDIS_GROUP_ADDRESS_IN_USE: -1071448038,
  STATUS_NDIS_INDICATION_REQUIRED: 0x40230001,
  STATUS_NDIS_INTERFACE_NOT_FOUND: -1071448021,
  STATUS_NDIS_INVALID_ADDRESS: -1071448030,
  STATUS_NDIS_INVALID_DATA: -1071448043,
  STATUS_NDIS_INVALID_DEVICE_REQUEST: -1071448048,
  STATUS_NDIS_INVALID_LENGTH: -1071448044,
  STATUS_NDIS_INVALID_OID: -1071448041,
  STATUS_NDIS_INVALID_PACKET: -1071448049,
  STATUS_NDIS_INVALID_PORT: -1071448019,
  STATUS_NDIS_INVALID_PORT_STATE: -1071448018,
  STATUS_NDIS_LOW_POWER_STATE: -1071448017,
  STATUS_NDIS_MEDIA_DISCONNECTED: -1071448033,
  STATUS_NDIS_MULTICAST_EXISTS: -1071448054,
  STATUS_NDIS_MULTICAST_FULL: -1071448055,
  STATUS_NDIS_MULTICAST_NOT_FOUND: -1071448053,
  STATUS_NDIS_NOT_SUPPORTED: -1071447877,
  STATUS_NDIS_OFFLOAD_CONNECTION_REJECTED: -1071443950,
  STATUS_NDIS_OFFLOAD_PATH_REJECTED: -1071443949,
  STATUS_NDIS_OFFLOAD_POLICY: -1071443953,
  STATUS_NDIS_OPEN_FAILED: -1071448057,
  STATUS_NDIS_PAUSED: -1071448022,
  STATUS_NDIS_PM_PROTOCOL_OFFLOAD_LIST_FULL: -1071439868,
  STATUS_NDIS_PM_WOL_PATTERN_LIST_FULL: -1071439869,
  STATUS_NDIS_REQUEST_ABORTED: -1071448052,
  STATUS_NDIS_RESET_IN_PROGRESS: -1071448051,
  STATUS_NDIS_RESOURCE_CONFLICT: -1071448034,
  STATUS_NDIS_UNSUPPORTED_MEDIA: -1071448039,
  STATUS_NDIS_UNSUPPORTED_REVISION: -1071448020,
  STATUS_ND_QUEUE_OVERFLOW: -1073700847,
  STATUS_NETLOGON_NOT_STARTED: -1073741422,
  STATUS_NETWORK_ACCESS_DENIED: -1073741622,
  STATUS_NETWORK_BUSY: -1073741633,
  STATUS_NETWORK_CREDENTIAL_CONFLICT: -1073741419,
  STATUS_NETWORK_NAME_DELETED: -1073741623,
  STATUS_NETWORK_OPEN_RESTRICTION: -1073741311,
  STATUS_NETWORK_SESSION_EXPIRED: -1073740964,
  STATUS_NETWORK_UNREACHABLE: -1073741252,
  STATUS_NET_WRITE_FAULT: -1073741614,
  STATUS_NOINTERFACE: -1073741127,
  STATUS_NOLOGON_INTERDOMAIN_TRUST_ACCOUNT: -1073741416,
  STATUS_NOLOGON_SERVER_TRUST_ACCOUNT: -1073741414,
  STATUS_NOLOGON_WORKSTATION_TRUST_ACCOUNT: -1073741415,
  STATUS_NONCONTINUABLE_EXCEPTION: -1073741787,
  STATUS_NONEXISTENT_EA_ENTRY: -1073741743,
  STATUS_NONEXISTENT_SECTOR: -1073741803,
  STATUS_NONE_MAPPED: -1073741709,
  STATUS_NOTHING_TO_TERMINATE: 290,
  STATUS_NOTIFICATION_GUID_ALREADY_DEFINED: -1073741404,
  STATUS_NOTIFY_CLEANUP: 267,
  STATUS_NOTIFY_ENUM_DIR: 268,
  STATUS_NOT_ALL_ASSIGNED: 262,
  STATUS_NOT_A_DIRECTORY: -1073741565,
  STATUS_NOT_A_REPARSE_POINT: -1073741195,
  STATUS_NOT_CAPABLE: -1073740759,
  STATUS_NOT_CLIENT_SESSION: -1073741289,
  STATUS_NOT_COMMITTED: -1073741779,
  STATUS_NOT_EXPORT_FORMAT: -1073741166,
  STATUS_NOT_FOUND: -1073741275,
  STATUS_NOT_IMPLEMENTED: -1073741822,
  STATUS_NOT_LOCKED: -1073741782,
  STATUS_NOT_LOGON_PROCESS: -1073741587,
  STATUS_NOT_MAPPED_DATA: -1073741688,
  STATUS_NOT_MAPPED_VIEW: -1073741799,
  STATUS_NOT_REGISTRY_FILE: -1073741476,
  STATUS_NOT_SAFE_MODE_DRIVER: -1073740961,
  STATUS_NOT_SAME_DEVICE: -1073741612,
  STATUS_NOT_SERVER_SESSION: -1073741290,
  STATUS_NOT_SNAPSHOT_VOLUME: -1072103353,
  STATUS_NOT_SUPPORTED: -1073741637,
  STATUS_NOT_SUPPORTED_ON_SBS: -1073741056,
  STATUS_NOT_TINY_STREAM: -1073741274,
  STATUS_NO_BROWSER_SERVERS_FOUND: -1073741284,
  STATUS_NO_CALLBACK_ACTIVE: -1073741224,
  STATUS_NO_DATA_DETECTED: -2147483614,
  STATUS_NO_EAS_ON_FILE: -1073741742,
  STATUS_NO_EFS: -1073741170,
  STATUS_NO_EVENT_PAIR: -1073741490,
  STATUS_NO_GUID_TRANSLATION: -1073741556,
  STATUS_NO_IMPERSONATION_TOKEN: -1073741732,
  STATUS_NO_INHERITANCE: -2147483637,
  STATUS_NO_IP_ADDRESSES: -1073741071,
  STATUS_NO_KERB_KEY: -1073741022,
  STATUS_NO_LDT: -1073741545,
  STATUS_NO_LINK_TRACKING_IN_TRANSACTION: -1072103335,
  STATUS_NO_LOGON_SERVERS: -1073741730,
  STATUS_NO_LOG_SPACE: -1073741443,
  STATUS_NO_MATCH: -1073741198,
  STATUS_NO_MEDIA: -1073741448,
  STATUS_NO_MEDIA_IN_DEVICE: -1073741805,
  STATUS_NO_MEMORY: -1073741801,
  STATUS_NO_MORE_EAS: -2147483630,
  STATUS_NO_MORE_ENTRIES: -2147483622,
  STATUS_NO_MORE_FILES: -2147483642,
  STATUS_NO_MORE_MATCHES: -1073741197,
  STATUS_NO_PAGEFILE: -1073741497,
  STATUS_NO_PA_DATA: -1073741064,
  STATUS_NO_QUOTAS_FOR_ACCOUNT: 269,
  STATUS_NO_RECOVERY_POLICY: -1073741171,
  STATUS_NO_S4U_PROT_SUPPORT: -1073740790,
  STATUS_NO_SAVEPOINT_WITH_OPEN_FILES: -1072103352,
  STATUS_NO_SECRETS: -1073740943,
  STATUS_NO_SECURITY_CONTEXT: -1073740755,
  STATUS_NO_SECURITY_ON_OBJECT: -1073741609,
  STATUS_NO_SPOOL_SPACE: -1073741625,
  STATUS_NO_SUCH_ALIAS: -1073741487,
  STATUS_NO_SUCH_DEVICE: -1073741810,
  STATUS_NO_SUCH_DOMAIN: -1073741601,
  STATUS_NO_SUCH_FILE: -1073741809,
  STATUS_NO_SUCH_GROUP: -1073741722,
  STATUS_NO_SUCH_LOGON_SESSION: -1073741729,
  STATUS_NO_SUCH_MEMBER: -1073741446,
  STATUS_NO_SUCH_PACKAGE: -1073741570,
  STATUS_NO_SUCH_PRIVILEGE: -1073741728,
  STATUS_NO_SUCH_USER: -1073741724,
  STATUS_NO_TGT_REPLY: -1073741073,
  STATUS_NO_TOKEN: -1073741700,
  STATUS_NO_TRACKING_SERVICE: -1073741153,
  STATUS_NO_TRUST_LSA_SECRET: -1073741430,
  STATUS_NO_TRUST_SAM_ACCOUNT: -1073741429,
  STATUS_NO_TXF_METADATA: -2145845207,
  STATUS_NO_UNICODE_TRANSLATION: -1073740009,
  STATUS_NO_USER_KEYS: -1073741168,
  STATUS_NO_USER_SESSION_KEY: -1073741310,
  STATUS_NO_YIELD_PERFORMED: 0x40000024,
  STATUS_NTLM_BLOCKED: -1073740776,
  STATUS_NT_CROSS_ENCRYPTION_REQUIRED: -1073741475,
  STATUS_NULL_LM_PASSWORD: 0x4000000d,
  STATUS_OBJECTID_EXISTS: -1073741269,
  STATUS_OBJECTID_NOT_FOUND: -1073741072,
  STATUS_OBJECT_NAME_COLLISION: -1073741771,
  STATUS_OBJECT_NAME_EXISTS: 0x40000000,
  STATUS_OBJECT_NAME_INVALID: -1073741773,
  STATUS_OBJECT_NAME_NOT_FOUND: -1073741772,
  STATUS_OBJECT_NO_LONGER_EXISTS: -1072103391,
  STATUS_OBJECT_PATH_INVALID: -1073741767,
  STATUS_OBJECT_PATH_NOT_FOUND: -1073741766,
  STATUS_OBJECT_PATH_SYNTAX_BAD: -1073741765,
  STATUS_OBJECT_TYPE_MISMATCH: -1073741788,
  STATUS_ONLY_IF_CONNECTED: -1073741108,
  STATUS_OPEN_FAILED: -1073741514,
  STATUS_OPERATION_NOT_SUPPORTED_IN_TRANSACTION: -1072103334,
  STATUS_OPLOCK_BREAK_IN_PROGRESS: 264,
  STATUS_OPLOCK_NOT_GRANTED: -1073741598,
  STATUS_ORDINAL_NOT_FOUND: -1073741512,
  STATUS_PAGEFILE_CREATE_FAILED: -1073741498,
  STATUS_PAGEFILE_QUOTA: -1073741817,
  STATUS_PAGEFILE_QUOTA_EXCEEDED: -1073741524,
  STATUS_PAGE_FAULT_COPY_ON_WRITE: 274,
  STATUS_PAGE_FAULT_DEMAND_ZERO: 273,
  STATUS_PAGE_FAULT_GUARD_PAGE: 275,
  STATUS_PAGE_FAULT_PAGING_FILE: 276,
  STATUS_PAGE_FAULT_TRANSITION: 272,
  STATUS_PARAMETER_QUOTA_EXCEEDED: -1073740784,
  STATUS_PARITY_ERROR: -1073741781,
  STATUS_PARTIAL_COPY: -2147483635,
  STATUS_PARTITION_FAILURE: -1073741454,
  STATUS_PASSWORD_EXPIRED: -1073741711,
  STATUS_PASSWORD_MUST_CHANGE: -1073741276,
  STATUS_PASSWORD_RESTRICTION: -1073741716,
  STATUS_PATH_NOT_COVERED: -1073741225,
  STATUS_PENDING: 259,
  STATUS_PER_USER_TRUST_QUOTA_EXCEEDED: -1073740799,
  STATUS_PIPE_BROKEN: -1073741493,
  STATUS_PIPE_BUSY: -1073741650,
  STATUS_PIPE_CLOSING: -1073741647,
  STATUS_PIPE_CONNECTED: -1073741646,
  STATUS_PIPE_DISCONNECTED: -1073741648,
  STATUS_PIPE_EMPTY: -1073741607,
  STATUS_PIPE_LISTENING: -1073741645,
  STATUS_PIPE_NOT_AVAILABLE: -1073741652,
  STATUS_PKINIT_CLIENT_FAILURE: -1073740916,
  STATUS_PKINIT_FAILURE: -1073741024,
  STATUS_PKINIT_NAME_MISMATCH: -1073741063,
  STATUS_PKU2U_CERT_FAILURE: -1073740754,
  STATUS_PLUGPLAY_NO_DEVICE: -1073741218,
  STATUS_PLUGPLAY_QUERY_VETOED: -2147483608,
  STATUS_PNP_BAD_MPS_TABLE: -1073479627,
  STATUS_PNP_INVALID_ID: -1073479624,
  STATUS_PNP_IRQ_TRANSLATION_FAILED: -1073479625,
  STATUS_PNP_REBOOT_REQUIRED: -1073741102,
  STATUS_PNP_RESTART_ENUMERATION: -1073741106,
  STATUS_PNP_TRANSLATION_FAILED: -1073479626,
  STATUS_POLICY_OBJECT_NOT_FOUND: -1073741158,
  STATUS_POLICY_ONLY_IN_DS: -1073741157,
  STATUS_PORT_ALREADY_HAS_COMPLETION_LIST: -1073740006,
  STATUS_PORT_ALREADY_SET: -1073741752,
  STATUS_PORT_CLOSED: -1073740032,
  STATUS_PORT_CONNECTION_REFUSED: -1073741759,
  STATUS_PORT_DISCONNECTED: -1073741769,
  STATUS_PORT_MESSAGE_TOO_LONG: -1073741777,
  STATUS_PORT_NOT_SET: -1073740973,
  STATUS_PORT_UNREACHABLE: -1073741249,
  STATUS_POSSIBLE_DEADLOCK: -1073741420,
  STATUS_POWER_STATE_INVALID: -1073741101,
  STATUS_PREDEFINED_HANDLE: 0x40000016,
  STATUS_PRENT4_MACHINE_ACCOUNT: -1073740969,
  STATUS_PRIMARY_TRANSPORT_CONNECT_FAILED: 270,
  STATUS_PRINT_CANCELLED: -1073741624,
  STATUS_PRINT_QUEUE_FULL: -1073741626,
  STATUS_PRIVILEGED_INSTRUCTION: -1073741674,
  STATUS_PRIVILEGE_NOT_HELD: -1073741727,
  STATUS_PROCEDURE_NOT_FOUND: -1073741702,
  STATUS_PROCESS_CLONED: 297,
  STATUS_PROCESS_IN_JOB: 292,
  STATUS_PROCESS_IS_PROTECTED: -1073740014,
  STATUS_PROCESS_IS_TERMINATING: -1073741558,
  STATUS_PROCESS_NOT_IN_JOB: 291,
  STATUS_PROFILING_AT_LIMIT: -1073741613,
  STATUS_PROFILING_NOT_STARTED: -1073741641,
  STATUS_PROFILING_NOT_STOPPED: -1073741640,
  STATUS_PROPSET_NOT_FOUND: -1073741264,
  STATUS_PROTOCOL_NOT_SUPPORTED: -1073700845,
  STATUS_PROTOCOL_UNREACHABLE: -1073741250,
  STATUS_PTE_CHANGED: -1073740748,
  STATUS_PURGE_FAILED: -1073740747,
  STATUS_PWD_HISTORY_CONFLICT: -1073741220,
  STATUS_PWD_TOO_RECENT: -1073741221,
  STATUS_PWD_TOO_SHORT: -1073741222,
  STATUS_QUOTA_EXCEEDED: -1073741756,
  STATUS_QUOTA_LIST_INCONSISTENT: -1073741210,
  STATUS_RANGE_LIST_CONFLICT: -1073741182,
  STATUS_RANGE_NOT_FOUND: -1073741172,
  STATUS_RANGE_NOT_LOCKED: -1073741698,
  STATUS_RDP_PROTOCOL_ERROR: -1073086414,
  STATUS_RECEIVE_EXPEDITED: 0x40000010,
  STATUS_RECEIVE_PARTIAL: 0x4000000f,
  STATUS_RECEIVE_PARTIAL_EXPEDITED: 0x40000011,
  STATUS_RECOVERY_FAILURE: -1073741273,
  STATUS_RECOVERY_NOT_NEEDED: 0x40190034,
  STATUS_RECURSIVE_DISPATCH: -1073740028,
  STATUS_REDIRECTOR_HAS_OPEN_HANDLES: -2147483613,
  STATUS_REDIRECTOR_NOT_STARTED: -1073741573,
  STATUS_REDIRECTOR_PAUSED: -1073741615,
  STATUS_REDIRECTOR_STARTED: -1073741572,
  STATUS_REGISTRY_CORRUPT: -1073741492,
  STATUS_REGISTRY_HIVE_RECOVERED: -2147483606,
  STATUS_REGISTRY_IO_FAILED: -1073741491,
  STATUS_REGISTRY_QUOTA_LIMIT: -1073741226,
  STATUS_REGISTRY_RECOVERED: 0x40000009,
  STATUS_REG_NAT_CONSUMPTION: -1073741111,
  STATUS_REINITIALIZATION_NEEDED: -1073741177,
  STATUS_REMOTE_DISCONNECT: -1073741508,
  STATUS_REMOTE_FILE_VERSION_MISMATCH: -1072103412,
  STATUS_REMOTE_NOT_LISTENING: -1073741636,
  STATUS_REMOTE_RESOURCES: -1073741507,
  STATUS_REMOTE_SESSION_LIMIT: -1073741418,
  STATUS_REMOTE_STORAGE_MEDIA_ERROR: -1073741154,
  STATUS_REMOTE_STORAGE_NOT_ACTIVE: -1073741155,
  STATUS_REPARSE: 260,
  STATUS_REPARSE_ATTRIBUTE_CONFLICT: -1073741134,
  STATUS_REPARSE_OBJECT: 280,
  STATUS_REPARSE_POINT_NOT_RESOLVED: -1073741184,
  STATUS_REPLY_MESSAGE_MISMATCH: -1073741281,
  STATUS_REQUEST_ABORTED: -1073741248,
  STATUS_REQUEST_CANCELED: -1073740029,
  STATUS_REQUEST_NOT_ACCEPTED: -1073741616,
  STATUS_REQUEST_OUT_OF_SEQUENCE: -1073740758,
  STATUS_RESOURCEMANAGER_NOT_FOUND: -1072103345,
  STATUS_RESOURCEMANAGER_READ_ONLY: 514,
  STATUS_RESOURCE_DATA_NOT_FOUND: -1073741687,
  STATUS_RESOURCE_ENUM_USER_STOP: -1073020921,
  STATUS_RESOURCE_IN_USE: -1073740024,
  STATUS_RESOURCE_LANG_NOT_FOUND: -1073741308,
  STATUS_RESOURCE_NAME_NOT_FOUND: -1073741685,
  STATUS_RESOURCE_NOT_OWNED: -1073741212,
  STATUS_RESOURCE_REQUIREMENTS_CHANGED: 281,
  STATUS_RESOURCE_TYPE_NOT_FOUND: -1073741686,
  STATUS_RESTART_BOOT_APPLICATION: -1073740717,
  STATUS_RESUME_HIBERNATION: 0x4000002b,
  STATUS_RETRY: -1073741267,
  STATUS_REVISION_MISMATCH: -1073741735,
  STATUS_REVOCATION_OFFLINE_C: -1073740917,
  STATUS_REVOCATION_OFFLINE_KDC: -1073740788,
  STATUS_RM_ALREADY_STARTED: 0x40190035,
  STATUS_RM_DISCONNECTED: -1072103374,
  STATUS_RM_METADATA_CORRUPT: -1072103418,
  STATUS_RM_NOT_ACTIVE: -1072103419,
  STATUS_ROLLBACK_TIMER_EXPIRED: -1072103364,
  STATUS_RXACT_COMMITTED: 266,
  STATUS_RXACT_COMMIT_FAILURE: -1073741539,
  STATUS_RXACT_COMMIT_NECESSARY: -2147483624,
  STATUS_RXACT_INVALID_STATE: -1073741540,
  STATUS_RXACT_STATE_CREATED: 0x40000004,
  STATUS_SAM_INIT_FAILURE: -1073741085,
  STATUS_SAM_NEED_BOOTKEY_FLOPPY: -1073741088,
  STATUS_SAM_NEED_BOOTKEY_PASSWORD: -1073741089,
  STATUS_SECRET_TOO_LONG: -1073741481,
  STATUS_SECTION_NOT_EXTENDED: -1073741689,
  STATUS_SECTION_NOT_IMAGE: -1073741751,
  STATUS_SECTION_PROTECTION: -1073741746,
  STATUS_SECTION_TOO_BIG: -1073741760,
  STATUS_SECURITY_STREAM_IS_INCONSISTENT: -1073741408,
  STATUS_SEGMENT_NOTIFICATION: 0x40000005,
  STATUS_SEMAPHORE_LIMIT_EXCEEDED: -1073741753,
  STATUS_SERIAL_COUNTER_TIMEOUT: 0x4000000c,
  STATUS_SERIAL_MORE_WRITES: 0x40000008,
  STATUS_SERIAL_NO_DEVICE_INITED: -1073741488,
  STATUS_SERVER_DISABLED: -1073741696,
  STATUS_SERVER_HAS_OPEN_HANDLES: -2147483612,
  STATUS_SERVER_NOT_DISABLED: -1073741695,
  STATUS_SERVER_SHUTDOWN_IN_PROGRESS: -1073741057,
  STATUS_SERVER_SID_MISMATCH: -1073741152,
  STATUS_SERVICE_NOTIFICATION: 0x40000018,
  STATUS_SETMARK_DETECTED: -2147483615,
  STATUS_SEVERITY_ERROR: 3,
  STATUS_SEVERITY_INFORMATIONAL: 1,
  STATUS_SEVERITY_SUCCESS: 0,
  STATUS_SEVERITY_WARNING: 2,
  STATUS_SHARED_IRQ_BUSY: -1073741460,
  STATUS_SHARED_POLICY: -1073741159,
  STATUS_SHARING_PAUSED: -1073741617,
  STATUS_SHARING_VIOLATION: -1073741757,
  STATUS_SHORT_NAMES_NOT_ENABLED_ON_VOLUME: -1073741409,
  STATUS_SHUTDOWN_IN_PROGRESS: -1073741058,
  STATUS_SINGLE_STEP: -2147483644,
  STATUS_SMARTCARD_CARD_BLOCKED: -1073740927,
  STATUS_SMARTCARD_CARD_NOT_AUTHENTICATED: -1073740926,
  STATUS_SMARTCARD_CERT_EXPIRED: -1073740915,
  STATUS_SMARTCARD_CERT_REVOKED: -1073740919,
  STATUS_SMARTCARD_IO_ERROR: -1073740921,
  STATUS_SMARTCARD_LOGON_REQUIRED: -1073741062,
  STATUS_SMARTCARD_NO_CARD: -1073740925,
  STATUS_SMARTCARD_NO_CERTIFICATE: -1073740923,
  STATUS_SMARTCARD_NO_KEYSET: -1073740922,
  STATUS_SMARTCARD_NO_KEY_CONTAINER: -1073740924,
  STATUS_SMARTCARD_SILENT_CONTEXT: -1073740913,
  STATUS_SMARTCARD_SUBSYSTEM_FAILURE: -1073741023,
  STATUS_SMARTCARD_WRONG_PIN: -1073740928,
  STATUS_SMI_PRIMITIVE_INSTALLER_FAILED: -1072365531,
  STATUS_SOME_NOT_MAPPED: 263,
  STATUS_SOURCE_ELEMENT_EMPTY: -1073741181,
  STATUS_SPARSE_NOT_ALLOWED_IN_TRANSACTION: -1072103351,
  STATUS_SPECIAL_ACCOUNT: -1073741532,
  STATUS_SPECIAL_GROUP: -1073741531,
  STATUS_SPECIAL_USER: -1073741530,
  STATUS_STACK_BUFFER_OVERRUN: -1073740791,
  STATUS_STACK_OVERFLOW: -1073741571,
  STATUS_STACK_OVERFLOW_READ: -1073741272,
  STATUS_STOPPED_ON_SYMLINK: -2147483603,
  STATUS_STREAM_MINIVERSION_NOT_FOUND: -1072103390,
  STATUS_STREAM_MINIVERSION_NOT_VALID: -1072103389,
  STATUS_STRONG_CRYPTO_NOT_SUPPORTED: -1073741066,
  STATUS_SUCCESS: 0,
  STATUS_SUSPEND_COUNT_EXCEEDED: -1073741750,
  STATUS_SXS_ACTIVATION_CONTEXT_DISABLED: -1072365561,
  STATUS_SXS_ASSEMBLY_IS_NOT_A_DEPLOYMENT: -1072365538,
  STATUS_SXS_ASSEMBLY_MISSING: -1072365556,
  STATUS_SXS_ASSEMBLY_NOT_FOUND: -1072365564,
  STATUS_SXS_CANT_GEN_ACTCTX: -1072365566,
  STATUS_SXS_COMPONENT_STORE_CORRUPT: -1072365542,
  STATUS_SXS_CORRUPTION: -1072365547,
  STATUS_SXS_CORRUPT_ACTIVATION_STACK: -1072365548,
  STATUS_SXS_EARLY_DEACTIVATION: -1072365553,
  STATUS_SXS_FILE_HASH_MISMATCH: -1072365541,
  STATUS_SXS_FILE_HASH_MISSING: -1072365529,
  STATUS_SXS_FILE_NOT_PART_OF_ASSEMBLY: -1072365537,
  STATUS_SXS_IDENTITIES_DIFFERENT: -1072365539,
  STATUS_SXS_IDENTITY_DUPLICATE_ATTRIBUTE: -1072365544,
  STATUS_SXS_IDENTITY_PARSE_ERROR: -1072365543,
  STATUS_SXS_INVALID_ACTCTXDATA_FORMAT: -1072365565,
  STATUS_SXS_INVALID_DEACTIVATION: -1072365552,
  STATUS_SXS_INVALID_IDENTITY_ATTRIBUTE_NAME: -1072365545,
  STATUS_SXS_INVALID_IDENTITY_ATTRIBUTE_VALUE: -1072365546,
  STATUS_SXS_KEY_NOT_FOUND: -1072365560,
  STATUS_SXS_MANIFEST_FORMAT_ERROR: -1072365563,
  STATUS_SXS_MANIFEST_IDENTITY_SAME_BUT_CONTENTS_DIFFERENT: -1072365540,
  STATUS_SXS_MANIFEST_PARSE_ERROR: -1072365562,
  STATUS_SXS_MANIFEST_TOO_BIG: -1072365534,
  STATUS_SXS_MULTIPLE_DEACTIVATION: -1072365551,
  STATUS_SXS_PROCESS_DEFAULT_ALREADY_SET: -1072365554,
  STATUS_SXS_PROCESS_TERMINATION_REQUESTED: -1072365549,
  STATUS_SXS_RELEASE_ACTIVATION_CONTEXT: 0x4015000d,
  STATUS_SXS_SECTION_NOT_FOUND: -1072365567,
  STATUS_SXS_SETTING_NOT_REGISTERED: -1072365533,
  STATUS_SXS_SYSTEM_DEFAULT_ACTIVATION_CONTEXT_EMPTY: -1072365550,
  STATUS_SXS_THREAD_QUERIES_DISABLED: -1072365557,
  STATUS_SXS_TRANSACTION_CLOSURE_INCOMPLETE: -1072365532,
  STATUS_SXS_VERSION_CONFLICT: -1072365559,
  STATUS_SXS_WRONG_SECTION_TYPE: -1072365558,
  STATUS_SYMLINK_CLASS_DISABLED: -1073740011,
  STATUS_SYNCHRONIZATION_REQUIRED: -1073741516,
  STATUS_SYSTEM_DEVICE_NOT_FOUND: -1073740718,
  STATUS_SYSTEM_HIVE_TOO_LARGE: -1073740946,
  STATUS_SYSTEM_IMAGE_BAD_SIGNATURE: -1073741103,
  STATUS_SYSTEM_POWERSTATE_COMPLEX_TRANSITION: 0x40000031,
  STATUS_SYSTEM_POWERSTATE_TRANSITION: 0x4000002f,
  STATUS_SYSTEM_PROCESS_TERMINATED: -1073741286,
  STATUS_SYSTEM_SHUTDOWN: -1073741077,
  STATUS_THREADPOOL_FREE_LIBRARY_ON_COMPLETION_FAILED: -1073740018,
  STATUS_THREADPOOL_HANDLE_EXCEPTION: -1073740022,
  STATUS_THREADPOOL_RELEASED_DURING_OPERATION: -1073740017,
  STATUS_THREADPOOL_RELEASE_MUTEX_ON_COMPLETION_FAILED: -1073740019,
  STATUS_THREADPOOL_RELEASE_SEMAPHORE_ON_COMPLETION_FAILED: -1073740020,
  STATUS_THREADPOOL_SET_EVENT_ON_COMPLETION_FAILED: -1073740021,
  STATUS_THREAD_ALREADY_IN_TASK: -1073740542,
  STATUS_THREAD_IS_TERMINATING: -1073741749,
  STATUS_THREAD_NOT_IN_PROCESS: -1073741526,
  STATUS_THREAD_WAS_SUSPENDED: 0x40000001,
  STATUS_TIMEOUT: 258,
  STATUS_TIMER_NOT_CANCELED: -1073741812,
  STATUS_TIMER_RESOLUTION_NOT_SET: -1073741243,
  STATUS_TIMER_RESUME_IGNORED: 0x40000025,
  STATUS_TIME_DIFFERENCE_AT_DC: -1073741517,
  STATUS_TM_IDENTITY_MISMATCH: -1072103350,
  STATUS_TM_INITIALIZATION_FAILED: -1072103420,
  STATUS_TM_VOLATILE: -1072103365,
  STATUS_TOKEN_ALREADY_IN_USE: -1073741525,
  STATUS_TOO_LATE: -1073741431,
  STATUS_TOO_MANY_ADDRESSES: -1073741303,
  STATUS_TOO_MANY_COMMANDS: -1073741631,
  STATUS_TOO_MANY_CONTEXT_IDS: -1073741478,
  STATUS_TOO_MANY_GUIDS_REQUESTED: -1073741694,
  STATUS_TOO_MANY_LINKS: -1073741211,
  STATUS_TOO_MANY_LUIDS_REQUESTED: -1073741708,
  STATUS_TOO_MANY_NAMES: -1073741619,
  STATUS_TOO_MANY_NODES: -1073741298,
  STATUS_TOO_MANY_OPENED_FILES: -1073741537,
  STATUS_TOO_MANY_PAGING_FILES: -1073741673,
  STATUS_TOO_MANY_PRINCIPALS: -1073741065,
  STATUS_TOO_MANY_SECRETS: -1073741482,
  STATUS_TOO_MANY_SESSIONS: -1073741618,
  STATUS_TOO_MANY_SIDS: -1073741442,
  STATUS_TOO_MANY_THREADS: -1073741527,
  STATUS_TRANSACTED_MAPPING_UNSUPPORTED_REMOTE: -1072103360,
  STATUS_TRANSACTIONAL_CONFLICT: -1072103423,
  STATUS_TRANSACTIONAL_OPEN_NOT_ALLOWED: -1072103361,
  STATUS_TRANSACTIONMANAGER_NOT_FOUND: -1072103343,
  STATUS_TRANSACTIONMANAGER_NOT_ONLINE: -1072103342,
  STATUS_TRANSACTIONMANAGER_RECOVERY_NAME_COLLISION: -1072103341,
  STATUS_TRANSACTIONS_NOT_FROZEN: -1072103355,
  STATUS_TRANSACTIONS_UNSUPPORTED_REMOTE: -1072103414,
  STATUS_TRANSACTION_ABORTED: -1073741297,
  STATUS_TRANSACTION_ALREADY_ABORTED: -1072103403,
  STATUS_TRANSACTION_ALREADY_COMMITTED: -1072103402,
  STATUS_TRANSACTION_FREEZE_IN_PROGRESS: -1072103354,
  STATUS_TRANSACTION_INTEGRITY_VIOLATED: -1072103333,
  STATUS_TRANSACTION_INVALID_ID: -1073741292,
  STATUS_TRANSACTION_INVALID_MARSHALL_BUFFER: -1072103401,
  STATUS_TRANSACTION_INVALID_TYPE: -1073741291,
  STATUS_TRANSACTION_NOT_ACTIVE: -1072103421,
  STATUS_TRANSACTION_NOT_ENLISTED: -1072103327,
  STATUS_TRANSACTION_NOT_FOUND: -1072103346,
  STATUS_TRANSACTION_NOT_JOINED: -1072103417,
  STATUS_TRANSACTION_NOT_REQUESTED: -1072103404,
  STATUS_TRANSACTION_NOT_ROOT: -1072103340,
  STATUS_TRANSACTION_NO_MATCH: -1073741294,
  STATUS_TRANSACTION_NO_RELEASE: -1073741295,
  STATUS_TRANSACTION_OBJECT_EXPIRED: -1072103339,
  STATUS_TRANSACTION_PROPAGATION_FAILED: -1072103408,
  STATUS_TRANSACTION_RECORD_TOO_LONG: -1072103336,
  STATUS_TRANSACTION_REQUEST_NOT_VALID: -1072103405,
  STATUS_TRANSACTION_REQUIRED_PROMOTION: -1072103357,
  STATUS_TRANSACTION_RESPONDED: -1073741293,
  STATUS_TRANSACTION_RESPONSE_NOT_ENLISTED: -1072103337,
  STATUS_TRANSACTION_SCOPE_CALLBACKS_NOT_SET: -2145845182,
  STATUS_TRANSACTION_SUPERIOR_EXISTS: -1072103406,
  STATUS_TRANSACTION_TIMED_OUT: -1073741296,
  STATUS_TRANSLATION_COMPLETE: 288,
  STATUS_TRANSPORT_FULL: -1073741110,
  STATUS_TRUSTED_DOMAIN_FAILURE: -1073741428,
  STATUS_TRUSTED_RELATIONSHIP_FAILURE: -1073741427,
  STATUS_TRUST_FAILURE: -1073741424,
  STATUS_TS_INCOMPATIBLE_SESSIONS: -1073086407,
  STATUS_TXF_ATTRIBUTE_CORRUPT: -1072103363,
  STATUS_TXF_DIR_NOT_EMPTY: -1072103367,
  STATUS_TXF_METADATA_ALREADY_PRESENT: -2145845183,
  STATUS_UNABLE_TO_DECOMMIT_VM: -1073741780,
  STATUS_UNABLE_TO_DELETE_SECTION: -1073741797,
  STATUS_UNABLE_TO_FREE_VM: -1073741798,
  STATUS_UNABLE_TO_LOCK_MEDIA: -1073741451,
  STATUS_UNABLE_TO_UNLOAD_MEDIA: -1073741450,
  STATUS_UNDEFINED_CHARACTER: -1073741469,
  STATUS_UNEXPECTED_IO_ERROR: -1073741591,
  STATUS_UNEXPECTED_MM_CREATE_ERR: -1073741590,
  STATUS_UNEXPECTED_MM_EXTEND_ERR: -1073741588,
  STATUS_UNEXPECTED_MM_MAP_ERROR: -1073741589,
  STATUS_UNEXPECTED_NETWORK_ERROR: -1073741628,
  STATUS_UNFINISHED_CONTEXT_DELETED: -1073741074,
  STATUS_UNHANDLED_EXCEPTION: -1073741500,
  STATUS_UNKNOWN_REVISION: -1073741736,
  STATUS_UNMAPPABLE_CHARACTER: -1073741470,
  STATUS_UNRECOGNIZED_MEDIA: -1073741804,
  STATUS_UNRECOGNIZED_VOLUME: -1073741489,
  STATUS_UNSUCCESSFUL: -1073741823,
  STATUS_UNSUPPORTED_COMPRESSION: -1073741217,
  STATUS_UNSUPPORTED_PREAUTH: -1073740975,
  STATUS_UNWIND: -1073741785,
  STATUS_UNWIND_CONSOLIDATE: -2147483607,
  STATUS_USER2USER_REQUIRED: -1073740792,
  STATUS_USER_APC: 192,
  STATUS_USER_DELETE_TRUST_QUOTA_EXCEEDED: -1073740797,
  STATUS_USER_EXISTS: -1073741725,
  STATUS_USER_MAPPED_FILE: -1073741245,
  STATUS_USER_SESSION_DELETED: -1073741309,
  STATUS_VALIDATE_CONTINUE: -1073741199,
  STATUS_VARIABLE_NOT_FOUND: -1073741568,
  STATUS_VDM_DISALLOWED: -1073740780,
  STATUS_VDM_HARD_ERROR: -1073741283,
  STATUS_VERIFIER_STOP: -1073740767,
  STATUS_VERIFY_REQUIRED: -2147483626,
  STATUS_VHD_CHILD_PARENT_SIZE_MISMATCH: -1069940713,
  STATUS_VHD_DIFFERENCING_CHAIN_CYCLE_DETECTED: -1069940712,
  STATUS_VHD_DIFFERENCING_CHAIN_ERROR_IN_PARENT: -1069940711,
  STATUS_VHD_PARENT_VHD_ACCESS_DENIED: -1069940714,
  STATUS_VIDEO_DRIVER_DEBUG_REPORT_REQUEST: 0x401b00ec,
  STATUS_VIDEO_HUNG_DISPLAY_DRIVER_THREAD: -1071972118,
  STATUS_VIDEO_HUNG_DISPLAY_DRIVER_THREAD_RECOVERED: -2145713941,
  STATUS_VIRTDISK_NOT_VIRTUAL_DISK: -1069940715,
  STATUS_VIRTDISK_PROVIDER_NOT_FOUND: -1069940716,
  STATUS_VIRTUAL_CIRCUIT_CLOSED: -1073741610,
  STATUS_VIRUS_DELETED: -1073739513,
  STATUS_VIRUS_INFECTED: -1073739514,
  STATUS_VOLMGR_MIRROR_NOT_SUPPORTED: -1070071717,
  STATUS_VOLMGR_RAID5_NOT_SUPPORTED: -1070071716,
  STATUS_VOLSNAP_HIBERNATE_READY: 293,
  STATUS_VOLSNAP_PREPARE_HIBERNATE: -1073740793,
  STATUS_VOLUME_DIRTY: -1073739770,
  STATUS_VOLUME_DISMOUNTED: -1073741202,
  STATUS_VOLUME_MOUNTED: 265,
  STATUS_VOLUME_NOT_UPGRADED: -1073741156,
  STATUS_WAIT_0: 0,
  STATUS_WAIT_1: 1,
  STATUS_WAIT_2: 2,
  STATUS_WAIT_3: 3,
  STATUS_WAIT_63: 63,
  STATUS_WAIT_FOR_OPLOCK: 871,
  STATUS_WAKE_SYSTEM: 0x40000294,
  STATUS_WAKE_SYSTEM_DEBUGGER: -2147483641,
  STATUS_WAS_LOCKED: 0x40000019,
  STATUS_WAS_UNLOCKED: 0x40000017,
  STATUS_WMI_ALREADY_DISABLED: -1073741054,
  STATUS_WMI_ALREADY_ENABLED: -1073741053,
  STATUS_WMI_GUID_DISCONNECTED: -1073741055,
  STATUS_WMI_GUID_NOT_FOUND: -1073741163,
  STATUS_WMI_INSTANCE_NOT_FOUND: -1073741162,
  STATUS_WMI_ITEMID_NOT_FOUND: -1073741161,
  STATUS_WMI_NOT_SUPPORTED: -1073741091,
  STATUS_WMI_READ_ONLY: -1073741114,
  STATUS_WMI_SET_FAILURE: -1073741113,
  STATUS_WMI_TRY_AGAIN: -1073741160,
  STATUS_WORKING_SET_LIMIT_RANGE: 0x40000002,
  STATUS_WORKING_SET_QUOTA: -1073741663,
  STATUS_WOW_ASSERTION: -1073702760,
  STATUS_WRONG_COMPARTMENT: -1073700731,
  STATUS_WRONG_CREDENTIAL_HANDLE: -1073741070,
  STATUS_WRONG_EFS: -1073741169,
  STATUS_WRONG_PASSWORD: -1073741718,
  STATUS_WRONG_PASSWORD_CORE: -1073741495,
  STATUS_WRONG_VOLUME: -1073741806,
  STATUS_WX86_BREAKPOINT: 0x4000001f,
  STATUS_WX86_CONTINUE: 0x4000001d,
  STATUS_WX86_CREATEWX86TIB: 0x40000028,
  STATUS_WX86_EXCEPTION_CHAIN: 0x40000022,
  STATUS_WX86_EXCEPTION_CONTINUE: 0x40000020,
  STATUS_WX86_EXCEPTION_LASTCHANCE: 0x40000021,
  STATUS_WX86_FLOAT_STACK_CHECK: -1073741200,
  STATUS_WX86_INTERNAL_ERROR: -1073741201,
  STATUS_WX86_SINGLE_STEP: 0x4000001e,
  STATUS_WX86_UNSIMULATE: 0x4000001c,
  STATUS_XMLDSIG_ERROR: -1073700732,
  STATUS_XML_ENCODING_MISMATCH: -1072365535,
  STATUS_XML_PARSE_ERROR: -1073700733,
  STREAMS_INTERNAL_ERROR: 75,
  SUBLANG_DEFAULT: 1,
  SUBLANG_ENGLISH_US: 1,
  SUBLANG_NEUTRAL: 0,
  SUBLANG_SYS_DEFAULT: 2,
  SYMBOLIC_INITIALIZATION_FAILED: 100,
  SYNCHRONIZE: 0x100000,
  SYNCH_LEVEL: 12,
  SYSTEM_AUDIT_ACE_TYPE: 2,
  SYSTEM_CACHE_ALIGNMENT_SIZE: 64,
  SYSTEM_EXIT_OWNED_MUTEX: 57,
  SYSTEM_MANDATORY_LABEL_ACE_TYPE: 17,
  SYSTEM_SCAN_AT_RAISED_IRQL_CAUGHT_IMPROPER_DRIVER_UNLOAD: 212,
  SYSTEM_SERVICE_EXCEPTION: 59,
  SYSTEM_THREAD_EXCEPTION_NOT_HANDLED: 126,
  SecurityAnonymous: 0,
  SecurityDelegation: 3,
  SecurityIdentification: 1,
  SecurityImpersonation: 2,
  SemaphoreObject: 5,
  SgiInternalConfiguration: 11,
  SingleBusRelations: 5,
  SmallBusiness: 0,
  Spare2Object: 10,
  Spare3Object: 11,
  Spare4Object: 12,
  Spare5Object: 13,
  Spare6Object: 14,
  Spare7Object: 15,
  Spare8Object: 16,
  StandardDesign: 0,
  StopCompletion: -1073741802,
  SuperCriticalWorkQueue: 6,
  Suspended: 5,
  SynchronizationEvent: 1,
  SynchronizationTimer: 1,
  SystemPowerState: 0,
  TARGET_MDL_TOO_SMALL: 64,
  THREAD_ALERT: 4,
  THREAD_ALL_ACCESS: 0x1fffff,
  THREAD_DIRECT_IMPERSONATION: 512,
  THREAD_GET_CONTEXT: 8,
  THREAD_IMPERSONATE: 256,
  THREAD_NOT_MUTEX_OWNER: 17,
  THREAD_QUERY_INFORMATION: 64,
  THREAD_QUERY_LIMITED_INFORMATION: 2048,
  THREAD_RESUME: 4096,
  THREAD_SET_CONTEXT: 16,
  THREAD_SET_INFORMATION: 32,
  THREAD_SET_LIMITED_INFORMATION: 1024,
  THREAD_SET_THREAD_TOKEN: 128,
  THREAD_STUCK_IN_DEVICE_DRIVER: 234,
  THREAD_SUSPEND_RESUME: 2,
  THREAD_TERMINATE: 1,
  THREAD_TERMINATE_HELD_MUTEX: 0x4000008a,
  THREAD_WAIT_OBJECTS: 3,
  TIMER_ALL_ACCESS: 0x1f0003,
  TIMER_MODIFY_STATE: 2,
  TIMER_OR_DPC_INVALID: 199,
  TIMER_QUERY_STATE: 1,
  TOKEN_ADJUST_DEFAULT: 128,
  TOKEN_ADJUST_GROUPS: 64,
  TOKEN_ADJUST_PRIVILEGES: 32,
  TOKEN_ADJUST_SESSIONID: 256,
  TOKEN_ALL_ACCESS: 0xf01ff,
  TOKEN_ASSIGN_PRIMARY: 1,
  TOKEN_DUPLICATE: 2,
  TOKEN_IMPERSONATE: 4,
  TOKEN_QUERY: 8,
  TOKEN_QUERY_SOURCE: 16,
  TOKEN_READ: 0x20008,
  TRAP_CAUSE_UNKNOWN: 18,
  TRUE: 1,
  TargetDeviceRelation: 4,
  TerminalServer: 4,
  ThreadAffinityMask: 4,
  ThreadBasePriority: 3,
  ThreadBasicInformation: 0,
  ThreadHideFromDebugger: 17,
  ThreadImpersonationToken: 5,
  ThreadObject: 6,
  ThreadPriority: 2,
  ThreadPriorityBoost: 14,
  ThreadQuerySetWin32StartAddress: 9,
  ThreadTimes: 1,
  ThreadZeroTlsCell: 10,
  ThreadedDpcObject: 24,
  TimerNotificationObject: 8,
  TimerSynchronizationObject: 9,
  TokenAccessInformation: 22,
  TokenAuditPolicy: 16,
  TokenDefaultDacl: 6,
  TokenElevation: 20,
  TokenElevationType: 18,
  TokenGroups: 2,
  TokenGroupsAndPrivileges: 13,
  TokenHasRestrictions: 21,
  TokenImpersonation: 2,
  TokenImpersonationLevel: 9,
  TokenIntegrityLevel: 25,
  TokenLinkedToken: 19,
  TokenLogonSid: 28,
  TokenMandatoryPolicy: 27,
  TokenOrigin: 17,
  TokenOwner: 4,
  TokenPrimary: 1,
  TokenPrimaryGroup: 5,
  TokenPrivileges: 3,
  TokenRestrictedSids: 11,
  TokenSandBoxInert: 15,
  TokenSessionId: 12,
  TokenSessionReference: 14,
  TokenSource: 7,
  TokenStatistics: 10,
  TokenType: 8,
  TokenUIAccess: 26,
  TokenUser: 1,
  TokenVirtualizationAllowed: 23,
  TokenVirtualizationEnabled: 24,
  TransportRelations: 6,
  TurboChannel: 4,
  TypeA: 1,
  TypeB: 2,
  TypeC: 3,
  TypeF: 4,
  UNDEFINED_BUG_CODE: 0,
  UNEXPECTED_INITIALIZATION_CALL: 51,
  UNEXPECTED_KERNEL_MODE_TRAP: 127,
  UNICODE_NULL: 0,
  UNICODE_STRING_MAX_BYTES: 65534,
  UNICODE_STRING_MAX_CHARS: 32767,
  UNSUPPORTED_PROCESSOR: 93,
  UserMode: 1,
  UserRequest: 6,
  VER_BUILDNUMBER: 4,
  VER_EQUAL: 1,
  VER_GREATER: 2,
  VER_GREATER_EQUAL: 3,
  VER_LESS: 4,
  VER_LESS_EQUAL: 5,
  VER_MAJORVERSION: 2,
  VER_MINORVERSION: 1,
  VER_NT_SERVER: 3,
  VER_NT_WORKSTATION: 1,
  VER_PLATFORMID: 8,
  VER_PLATFORM_WIN32_NT: 2,
  VER_PRODUCTBUILD: 10011,
  VER_PRODUCT_TYPE: 128,
  VER_SERVICEPACKMAJOR: 32,
  VER_SERVICEPACKMINOR: 16,
  VER_SUITENAME: 64,
  VIDEO_DRIVER_INIT_FAILURE: 180,
  VMEBus: 6,
  VMEConfiguration: 5,
  VPB_DIRECT_WRITES_ALLOWED: 32,
  VPB_LOCKED: 2,
  VPB_MOUNTED: 1,
  VPB_PERSISTENT: 4,
  VPB_RAW_MOUNT: 16,
  VPB_REMOVE_PENDING: 8,
  ViewShare: 1,
  ViewUnmap: 2,
  Vmcs: 16,
  WORKER_INVALID: 228,
  WORKER_THREAD_RETURNED_AT_BAD_IRQL: 225,
  WRITE_DAC: 0x40000,
  WRITE_OWNER: 0x80000,
  WaitAll: 0,
  WaitAny: 1,
  WaitDequeue: 3,
  WaitDpc: 4,
  WaitNotification: 2,
  Width16Bits: 1,
  Width32Bits: 2,
  Width64Bits: 3,
  Width8Bits: 0,
  WidthNoWrap: 4,
  WrAlertByThreadId: 37,
  WrCalloutStack: 25,
  WrCpuRateControl: 24,
  WrDeferredPreempt: 38,
  WrDelayExecution: 11,
  WrDispatchInt: 31,
  WrExecutive: 7,
  WrFastMutex: 34,
  WrFreePage: 8,
  WrGuardedMutex: 35,
  WrKernel: 26,
  WrKeyedEvent: 21,
  WrLpcReceive: 16,
  WrLpcReply: 17,
  WrMutex: 29,
  WrPageIn: 9,
  WrPageOut: 19,
  WrPhysicalFault: 39,
  WrPoolAllocation: 10,
  WrPreempted: 32,
  WrProcessInSwap: 23,
  WrPushLock: 28,
  WrQuantumEnd: 30,
  WrQueue: 15,
  WrRendezvous: 20,
  WrResource: 27,
  WrRundown: 36,
  WrSpare0: 14,
  WrSuspended: 12,
  WrTerminated: 22,
  WrUserRequest: 13,
  WrVirtualMemory: 18,
  WrYieldExecution: 33,
  XNS_INTERNAL_ERROR: 87,
};
